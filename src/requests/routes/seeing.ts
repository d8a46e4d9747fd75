import { actorMay, isStaff, look, may } from '../../access/public.ts'
import { personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { kindOf } from '../../platform/files.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notFound,
  type SentFile,
  type Typed,
} from '../../platform/route.ts'
import { colleaguesFor } from '../actions/take.ts'
import { casePage } from '../pages/case.tsx'
import { caseOf } from '../queries/case.ts'
import { type CasePageFacts, casePageFacts } from '../queries/case-page.ts'
import type { Case } from '../types.ts'

export type Seen = {
  readonly one: Case
  readonly facts: CasePageFacts
  readonly strip: { readonly name: string; readonly details: readonly string[] }
}

/**
 * The case of an address with all that its pages show, and the look written down; null where it may not be
 * seen.
 */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const one = await caseOf(doing, at['reference'] ?? '')
  if (one === null) return null
  await look(doing, { page, organisation: one.organisation, person: one.person, to: one.request })
  const facts = await casePageFacts(doing, one)
  const strip =
    facts.person === null ? { name: one.personName, details: [] } : personStrip(facts.person, doing.today)
  return { one, facts, strip }
}

type Said = {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
  readonly done?: string
  readonly status?: number
}

/** The page of a request again, with what is wrong or what was done said on it. */
export async function showCase(doing: Doing, asked: Asked, said: Said = {}): Promise<Answer> {
  const found = await seen(doing, asked, 'request')
  if (found === null) return notFound
  const { facts, strip, one } = found
  const staff = isStaff(doing.actor) && actorMay(doing.actor, 'requests.caseload')
  const page = casePage({
    facts,
    strip: facts.words === null ? { name: strip.name, details: [] } : strip,
    today: doing.today,
    actor: doing.actor,
    staff,
    nameOnly: facts.words === null,
    may: {
      decide: staff && may(doing, 'requests.decide'),
      take: staff && may(doing, 'requests.take'),
      again: may(doing, 'requests.ask-reconsideration'),
      answer: may(doing, 'requests.reconsider'),
      withdraw: may(doing, 'requests.withdraw'),
    },
    colleagues: staff ? await colleaguesFor(doing, one.organisation) : [],
    typed: said.typed ?? {},
    errors: said.errors ?? [],
    ...(said.done === undefined ? {} : { done: said.done }),
  })
  return said.status === undefined ? page : { ...page, status: said.status }
}

/** The file that came with a form, if one did; an error where it is of a kind that we do not take. */
export function fileOf(
  { files }: Asked,
  field: string,
): { file: SentFile | null; errors: readonly FieldError[] } {
  const file = files.find(one => one.field === field && one.bytes.length > 0) ?? null
  if (file === null || kindOf(file.bytes) !== null) return { file, errors: [] }
  return { file: null, errors: [{ field, says: 'Choose a PDF, a picture (JPEG or PNG) or a plain text' }] }
}
