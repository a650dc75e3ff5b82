/** An e-mail address to read: too long for its line, it goes on after its name rather than in the middle of a word; from left to right in every language. */
export function MailAddress({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  if (at < 1) return <bdi dir="ltr">{address}</bdi>;
  return (
    <bdi dir="ltr">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </bdi>
  );
}
