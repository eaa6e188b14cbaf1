/** Step 4: what people are invited to, and the message. */
export function TargetStep() {
  return null;
}
