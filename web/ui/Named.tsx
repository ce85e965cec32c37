const mark = "\ue000";

/** A sentence about somebody, whose name stands out wherever the language puts it; what they are called is never read as markup. */
export function Named({ name, say }: { readonly name: string; readonly say: (name: string) => string }) {
  const [before, ...after] = say(mark).split(mark);
  return (
    <>
      {before}
      {after.length > 0 && <b>{name}</b>}
      {after.join(name)}
    </>
  );
}
