import { type Route, sightOf } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import { readReference } from '../../kernel/ids.ts'
import { stepPage } from '../../nhs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { caseOf } from '../../requests/public.ts'
import { type ReceiveProblem, receive, receiveSays } from '../actions/receive.ts'
import { knownForm, requestForm } from '../forms.ts'
import { KnownFields, RequestFields } from '../pages/fields.tsx'
import { bodiesOf } from '../queries/bodies.ts'

type Received = Done<{ readonly reference: string }, ReceiveProblem>
const fieldOf: Readonly<Partial<Record<ReceiveProblem, string>>> = {
  'in-the-future': 'receivedOn-day',
  'born-later': 'receivedOn-day',
}

/** Where a plan that was asked for is shown, or what stands against it. */
function answered(got: Received, first: string): string | typeof notAllowed | readonly FieldError[] {
  if (got.done) return `/ehc/${got.value.reference}?done=received`
  if (got.because.includes('not-allowed')) return notAllowed
  return got.because.map(one => ({ field: fieldOf[one] ?? first, says: receiveSays[one] }))
}

const isErrors = (one: Answer | readonly FieldError[]): one is readonly FieldError[] => Array.isArray(one)

async function newPage(doing: Doing, asked: Asked, errors: readonly FieldError[] = []): Promise<Answer> {
  return stepPage({
    title: 'Note a request for an EHC plan',
    button: 'Save the request',
    back: '/ehc',
    fields: RequestFields({ icbs: await bodiesOf(doing, 'icb') }),
    action: '/ehc',
    typed: asked.form,
    errors,
  })
}

async function begin(doing: Doing, asked: Asked): Promise<Answer> {
  const council = doing.actor.roles.find(({ role }) => role === 'council-officer')?.organisation
  if (council === undefined) return notAllowed
  const read = requestForm(doing.today).read(asked.form)
  if (!read.ok) return newPage(doing, asked, read.errors)
  const health = (await bodiesOf(doing, 'icb')).find(({ id }) => id === read.value.health)?.id
  if (health === undefined)
    return newPage(doing, asked, [{ field: 'health', says: 'Choose the NHS body of the child' }])
  const { child: name, born, receivedOn, askedByName } = read.value
  const child = { name, born }
  const got = answered(await receive(doing, { council, health, child, receivedOn, askedByName }), 'child')
  return isErrors(got) ? newPage(doing, asked, got) : got
}

/** The case of a child whose record the asker sees whole. */
async function childOf(doing: Doing, { at }: Asked) {
  const reference = readReference(at['case'] ?? '')
  const found = reference === null ? null : await caseOf(doing, reference)
  const person = found === null ? null : await personShown(doing, found.person)
  if (found === null || person === null || (await sightOf(doing, found)) !== 'all') return null
  return { found, person }
}
type Known = NonNullable<Awaited<ReturnType<typeof childOf>>>

async function knownPage(
  doing: Doing,
  asked: Asked,
  { found, person, errors = [] }: Known & { readonly errors?: readonly FieldError[] },
): Promise<Answer> {
  return stepPage({
    title: 'Ask for an EHC assessment',
    button: 'Send it to the council',
    back: '/ehc',
    fields: KnownFields({ councils: await bodiesOf(doing, 'council') }),
    action: `/ehc/new/${found.reference}`,
    typed: errors.length > 0 ? asked.form : { askedByName: doing.actor.name },
    errors,
    person: personStrip(person, doing.today),
  })
}

async function showKnown(doing: Doing, asked: Asked): Promise<Answer> {
  const known = await childOf(doing, asked)
  return known === null ? notFound : knownPage(doing, asked, known)
}

async function beginKnown(doing: Doing, asked: Asked): Promise<Answer> {
  const known = await childOf(doing, asked)
  if (known === null) return notFound
  const wrong = (errors: readonly FieldError[]) => knownPage(doing, asked, { ...known, errors })
  const read = knownForm().read(asked.form)
  if (!read.ok) return wrong(read.errors)
  const councils: readonly { readonly id: OrganisationId }[] = await bodiesOf(doing, 'council')
  const council = councils.find(({ id }) => id === read.value.council)?.id
  if (council === undefined) return wrong([{ field: 'council', says: 'Choose the council' }])
  const { person, organisation: health } = known.found
  const { askedByName } = read.value
  const request = { council, health, child: person, receivedOn: doing.today, askedByName }
  const got = answered(await receive(doing, request), 'council')
  return isErrors(got) ? wrong(got) : got
}

/** Asking for an EHC plan: by the council for a new child, by the family or the NHS for one who is known. */
export const askingRoutes: readonly Route[] = [
  { at: 'GET /ehc/new', allow: 'ehc.write', handle: (doing, asked) => newPage(doing, asked) },
  { at: 'POST /ehc', allow: 'ehc.write', handle: begin },
  { at: 'GET /ehc/new/:case', allow: 'ehc.ask', handle: showKnown },
  { at: 'POST /ehc/new/:case', allow: 'ehc.ask', handle: beginKnown },
]
