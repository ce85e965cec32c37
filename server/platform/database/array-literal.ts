// What PostgreSQL would read as more than a plain element: its own signs, blanks, and the word null.
const special = /[",{}\\\s]|^$|^null$/i;

/**
 * A PostgreSQL array as text, for `$1::text[]`. The driver writes arrays too, with two replacements for every element; over
 * the columns of a large batch that costs more than reading the file does.
 */
export function arrayLiteral(values: readonly (string | null)[]): string {
  return `{${values.map(element).join(",")}}`;
}

function element(value: string | null): string {
  if (value === null) return "NULL";
  return special.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;
}
