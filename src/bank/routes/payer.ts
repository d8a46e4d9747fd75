import type { Route } from '../../access/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { many, one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import { creditSays, decideCredits, readPayer } from '../actions/read-payer.ts'
import { payerPage } from '../pages/payer.tsx'
import { openCredits, payerFiles } from '../queries/payer.ts'

const organisationOf = (doing: Doing): OrganisationId | null => doing.actor.roles[0]?.organisation ?? null
type Filled = { readonly typed?: Typed; readonly errors?: readonly FieldError[]; readonly done?: string }

async function show(doing: Doing, { typed = {}, errors = [], done }: Filled = {}): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const credits = await openCredits(doing, organisation)
  return payerPage({ credits, files: await payerFiles(doing, organisation), done, typed, errors })
}

async function read(doing: Doing, { files }: Asked): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const given = await readPayer(doing, organisation, files.find(({ field }) => field === 'statement') ?? null)
  if (given.done) return '/bank/paying'
  const says =
    given.why ?? (given.because.includes('no-file') ? 'Choose the statement' : creditSays['role-may-not'])
  return show(doing, { errors: [{ field: 'statement', says }] })
}

async function decide(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const returned = one(typed, 'what') === 'returned'
  const field = returned ? 'returned' : 'other'
  const because = one(typed, 'because').slice(0, 300)
  const decided = await decideCredits(doing, organisation, { credits: many(typed, field), returned, because })
  if (decided.done) return '/bank/paying'
  const at = decided.because.includes('say-why') ? 'because' : field
  return show(doing, { typed, errors: decided.because.map(why => ({ field: at, says: creditSays[why] })) })
}

/** Payments that came back, as the statement of the paying account shows them. */
export const payerRoutes: readonly Route[] = [
  { at: 'GET /bank/paying', allow: 'payments.prepare', handle: doing => show(doing) },
  { at: 'POST /bank/paying', allow: 'payments.prepare', handle: read },
  { at: 'POST /bank/paying/decisions', allow: 'payments.prepare', handle: decide },
]
