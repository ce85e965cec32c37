/** A press that belongs to an input method, which is still being asked for the character: it is nobody's command. */
export function isComposing(event: KeyboardEvent | { readonly nativeEvent: KeyboardEvent }): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  // Safari says that it is over before the Enter that ends it; that Enter has the code 229.
  return native.isComposing || native.keyCode === 229;
}
