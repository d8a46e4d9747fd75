import { addUser } from '../access/public.ts'
import { addDays, addYears, plainDate } from '../kernel/days.ts'
import { addPerson, type Contact, type PersonId, relate } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { familiesToShow } from './families.ts'
import { must } from './must.ts'
import { addressOf } from './staff.ts'
import type { Life, Relative } from './types.ts'
import { as, daysOf, type Folk, type Place, type Walk } from './walk.ts'

/**
 * Numbers that begin with 999 are kept for tests; their last digit checks the others like any NHS
 * number's.
 */
export function inventedNhsNumber(place: number): string {
  for (let serial = place * 11; ; serial += 1) {
    const nine = `999${String(serial).padStart(6, '0')}`
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = 11 - (sum % 11)
    if (check !== 10) return `${nine}${check === 11 ? 0 : check}`
  }
}

/** Numbers that are kept for films: nobody is ever rung. */
const telephoneOf = (place: number): string =>
  place % 3 === 0
    ? `+441632960${String(100 + (place % 900)).padStart(3, '0')}`
    : `+447700900${String(100 + (place % 900)).padStart(3, '0')}`

type Here = { readonly doing: Doing; readonly place: Place; readonly life: Life; readonly serial: number }

/** Writes a person and those near to them down, with the accounts that they have. */
export async function writeFolk({
  doing,
  place,
  life,
  serial,
}: Here): Promise<Omit<Walk, 'request' | 'accounts'>> {
  const organisation = place.organisations[life.icb ?? 'millbrook']
  const first = daysOf(life).known
  const service = as({ doing, place }, doing.actor, first)
  const added = await addPerson(service, {
    organisation,
    fullName: life.name,
    preferredName: life.called ?? null,
    nhsNumber: inventedNhsNumber(serial),
    bornOn: bornOf(life, place),
    contact: contactFor(life, serial),
    communication: needsFor(life, service),
  })
  const person = must(added, `writing ${life.name} down`)
  const self = await actorFor(service, { name: life.name, person, account: life.account ?? false })
  const relatives: Folk['relatives'][number][] = []
  for (const relative of life.family ?? [])
    relatives.push(await writeRelative(service, { life, person, organisation, relative }))
  return { doing, place, life, serial, organisation, folk: { person, self, relatives } }
}

// A birthday that is to come must be to come on whatever day Millbrook is made.
export const bornOf = ({ born }: Life, { calendar }: Place) =>
  typeof born === 'string' ? plainDate(born) : addYears(addDays(calendar.today, born[1]), -born[0])

function contactFor({ home, account, name }: Life, serial: number): Contact {
  const [street, town, postcode] = home
  const address = addressOf(name, 'millbrook')
  // Most here chose letters on paper; those whose links are printed are told by mail, so that a mail can
  // be looked at.
  const mail = account && familiesToShow.has(address) ? { email: address } : {}
  return { lines: [street], town, postcode, telephone: telephoneOf(serial), ...mail }
}

const needsFor = ({ needs }: Life, { today }: Doing) => ({
  askedOn: today,
  needs: (needs ?? []).map(([need, detail]) => ({ need, detail, from: today, until: null, mayShare: true })),
})

type Somebody = { readonly name: string; readonly person: PersonId; readonly account: boolean }

async function actorFor(doing: Doing, { name, person, account }: Somebody): Promise<Actor> {
  const nobody: Actor = { id: null, name, person, roles: [] }
  if (!account) return nobody
  const email = addressOf(name, 'millbrook')
  const made = await addUser(doing, { name, email, password: null, person })
  return { ...nobody, id: must(made, `an account for ${name}`).actor }
}

type Near = Pick<Walk, 'life' | 'organisation'> & { readonly person: PersonId; readonly relative: Relative }

async function writeRelative(doing: Doing, { life, person, organisation, relative }: Near) {
  const { name, account = false } = relative
  const contact = { lines: [life.home[0]], town: life.home[1], postcode: life.home[2] }
  const other = must(
    await addPerson(doing, { organisation, fullName: name, contact }),
    `writing ${name} down`,
  )
  const actor = await actorFor(doing, { name, person: other, account })
  const relationship = must(
    await relate(doing, { person, other: { person: other, name }, ...bondOf(relative, doing) }),
    `naming ${name} as ${relative.kind} of ${life.name}`,
  )
  return { name, actor, relationship }
}

function bondOf({ kind, basis, may, agreed }: Relative, { today }: Doing) {
  const named =
    kind === 'nominee' && agreed !== false ? { namedOn: today, agreedOn: today, bodyAgreedOn: today } : {}
  return {
    kind,
    from: today,
    ...named,
    ...(kind === 'nominee' && agreed === false ? { namedOn: today } : {}),
    ...(basis ? { basis } : kind === 'parent' ? { basis: 'parental-responsibility' as const } : {}),
    ...(may ? { may } : {}),
    ...(kind === 'helper' ? { until: addYears(today, 2) } : {}),
  }
}
