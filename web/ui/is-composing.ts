/** A press that belongs to an input method, which is still being asked for the character: it is nobody's command. */
export function isComposing({ nativeEvent }: { readonly nativeEvent: KeyboardEvent }): boolean {
  // Safari says that it is over before the Enter that ends it; 229 is that Enter.
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
