/** A picture that is nothing but the picture, and the pieces that were taken out of its file: camera data, places, names, thumbnails. */
export interface BarePicture {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Uint8Array[];
  readonly dropped: readonly Uint8Array[];
}
