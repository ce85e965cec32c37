import { type ChangeEvent, type ReactNode, useId } from "react";

interface Props {
  readonly className: string | undefined;
  readonly label: string;
  readonly onPhoto: (photo: File) => void;
  readonly children: ReactNode;
}

/** Opens the telephone's own camera or its pictures. */
export function PhotoWay({ className, label, onPhoto, children }: Props) {
  const id = useId();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const photo = event.target.files?.[0];
    event.target.value = "";
    if (photo !== undefined) onPhoto(photo);
  };
  return (
    <label className={className} htmlFor={id}>
      <input id={id} type="file" accept="image/*" aria-label={label} onChange={take} />
      {children}
    </label>
  );
}
