import { useEffect, useState } from "react";

/** A picture that is still on this device. */
export function PhotoShown({
  photo,
  label,
  className,
}: {
  readonly photo: File;
  readonly label: string;
  readonly className: string | undefined;
}) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return address === null ? null : <img src={address} alt={label} className={className} />;
}
