import { addressOfColleague } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { post } from '../../platform/mail.ts'
import { addressOfThis } from './send-letter.ts'

type Told = {
  readonly colleague: string
  /** What happened, without a name, a sum or a reason: mail is not private. */
  readonly says: string
  /** Where they read it. */
  readonly path: string
}

/** Tells somebody of the same organisation by mail that something of theirs was answered, with a link. */
export async function tellColleague(doing: Doing, { colleague, says, path }: Told): Promise<void> {
  const to = await addressOfColleague(doing, colleague)
  if (to === null) return
  const body = [says, 'Sign in to read who decided and why:', addressOfThis(path)].join('\n\n')
  await post(doing, { to, subject: says, body })
}
