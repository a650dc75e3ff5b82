import { shownPhone } from "./phone.ts";

/** A telephone number to read: never broken at the end of a line, and from left to right in every language. */
export const Phone = ({ number }: { number: string }) => <bdi dir="ltr">{shownPhone(number)}</bdi>;
