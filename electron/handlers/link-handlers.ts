// links:* — a look at CV links, asked for by the recruiter.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import type { HandlerContext } from './handler-context';

export async function checkLinks(
  { links, pushLinksChecked }: HandlerContext,
  input: ParsedInput<'links:check'>,
): Promise<RequestOutput<'links:check'>> {
  const { checkId } = input;
  const checked = await links.check(input, (settledCount) => pushLinksChecked({ checkId, settledCount }));
  return { checked };
}

export function stopLinks(
  { links }: HandlerContext,
  { checkId }: ParsedInput<'links:stop'>,
): RequestOutput<'links:stop'> {
  links.stop(checkId);
  return {};
}
