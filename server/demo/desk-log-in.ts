/** How to sign in to the demo desk in one role; printed at the start. */
export interface DeskLogIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}
