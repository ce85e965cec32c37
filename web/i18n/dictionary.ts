/**
 * What a dictionary must hold to stand beside the Chinese one: every key, and for each plural (`…_other`) the singular
 * (`…_one`) that English has and Chinese has not. A missing or an unknown key does not compile.
 */
export type InEnglish<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : InEnglish<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
