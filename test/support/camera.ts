import type { Page } from "playwright-core";

/** The telephone's camera, held over a picture; or one whose use is refused. */
export async function holdCameraOver(page: Page, picture: Buffer | "REFUSED"): Promise<void> {
  const address = picture === "REFUSED" ? null : `data:image/png;base64,${picture.toString("base64")}`;
  await page.addInitScript((from) => {
    const getUserMedia = async (): Promise<MediaStream> => {
      if (from === null) throw new DOMException("Permission denied", "NotAllowedError");
      const image = new Image();
      image.src = from;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
      const context = canvas.getContext("2d");
      // Drawn again and again, as a camera does: a stream gives a frame only when something was drawn.
      setInterval(() => {
        context?.fillRect(0, 0, 640, 480);
        context?.drawImage(image, 200, 120, 240, 240);
      }, 50);
      return canvas.captureStream();
    };
    Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia } });
  }, address);
}
