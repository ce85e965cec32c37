/** Whether this browser can draw it: what it cannot draw helps nobody to copy a number from, and proves nothing. */
export async function isPicture(file: Blob): Promise<boolean> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return true;
  } catch {
    // The one way in which a browser says that it is no picture, or one of a kind it does not know.
    return false;
  } finally {
    URL.revokeObjectURL(address);
  }
}
