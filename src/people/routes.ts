import { look, type Route } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import { day, form, one } from '../platform/forms.ts'
import { type Answer, notFound, type Typed } from '../platform/route.ts'
import { open, seal } from '../platform/secrets.ts'
import { changeContact, recordDeath, writeCommunication } from './actions/change.ts'
import { inviteHelper, takeUp } from './actions/invite.ts'
import { revoke } from './actions/relate.ts'
import { contactOf } from './contacts.ts'
import { findPeople } from './find.ts'
import { readCommunication, readContact, readHelper } from './forms.ts'
import { helpersPage, invitationPage, invitedPage, newHelperPage } from './pages/helping.tsx'
import { findPage, organisationsPage } from './pages/lists.tsx'
import { communicationPage, contactPage, personPage } from './pages/person.tsx'
import { organisationsOf, relationshipsOf } from './queries.ts'
import { communicationOf, helperShown, typedContact } from './showing.ts'
import type { PersonId, RelationshipId } from './types.ts'
import { type At, at, nothingWrong, type Wrong } from './whose.ts'

const own = (doing: Doing, id: PersonId): boolean => doing.actor.person === id
const isStaff = (doing: Doing): boolean => doing.actor.roles.length > 0

async function showPerson(
  doing: Doing,
  { id, strip, whose }: At,
  wrong: Wrong = nothingWrong,
): Promise<Answer> {
  await look(doing, { page: 'details', organisation: whose.organisation, person: id })
  const communication = await communicationOf(doing, id)
  return personPage({
    id,
    strip,
    own: own(doing, id),
    staff: isStaff(doing),
    contact: (await contactOf(doing, id)) ?? {},
    diedOn: whose.diedOn,
    ...communication,
    ...wrong,
  })
}

async function saveContact(doing: Doing, { id, strip }: At, typed: Typed): Promise<Answer> {
  const read = readContact(typed)
  if (!read.ok) return contactPage({ id, strip, typed, errors: read.errors })
  const saved = await changeContact(doing, {
    person: id,
    preferredName: one(typed, 'preferredName').slice(0, 100) || null,
    contact: read.value,
  })
  return saved.done ? `/people/${id}` : notFound
}

async function saveCommunication(doing: Doing, { id, strip }: At, typed: Typed): Promise<Answer> {
  const read = readCommunication(typed)
  if (!read.ok) return communicationPage({ id, strip, typed, errors: read.errors })
  return (await writeCommunication(doing, { person: id, needs: read.value })).done
    ? `/people/${id}`
    : notFound
}

async function showHelpers(doing: Doing, { id, strip, whose }: At): Promise<Answer> {
  await look(doing, { page: 'people who help', organisation: whose.organisation, person: id })
  const bonds = await relationshipsOf(doing, id)
  return helpersPage({
    id,
    strip,
    own: own(doing, id),
    mayAdd: true,
    helpers: bonds.map(bond => helperShown(bond, doing.today)),
  })
}

// The word stands in no address, history or log: only what this service alone can open does.
const sealedWord = (id: string, name: string, word: string): string =>
  seal(`invitation ${id}`, JSON.stringify({ name, word })).toString('base64url')

function showWord(here: At, shown: string): Answer {
  try {
    const opened = open(`invitation ${here.id}`, Buffer.from(shown, 'base64url')).toString('utf8')
    return invitedPage({ ...here, ...(JSON.parse(opened) as { name: string; word: string }) })
  } catch {
    return notFound
  }
}

async function addHelper(doing: Doing, { id, strip }: At, typed: Typed): Promise<Answer> {
  const read = readHelper(typed, doing.today)
  if (!read.ok) return newHelperPage({ id, strip, typed, errors: read.errors })
  const invited = await inviteHelper(doing, { person: id, ...read.value })
  return invited.done
    ? `/people/${id}/helpers/invited?shown=${sealedWord(id, read.value.name, invited.value)}`
    : notFound
}

async function endHelp(doing: Doing, { id }: At, bond: string): Promise<Answer> {
  const known = (await relationshipsOf(doing, id)).find(one => one.id === bond && one.kind === 'helper')
  if (!known) return notFound
  await revoke(doing, bond as RelationshipId)
  return `/people/${id}/helpers`
}

async function takeUpWord(doing: Doing, typed: Typed): Promise<Answer> {
  const word = one(typed, 'word')
  if (word === '')
    return invitationPage({ typed, errors: [{ field: 'word', says: 'Type the word you were given' }] })
  if ((await takeUp(doing, word)).done) return '/home'
  return invitationPage({
    typed,
    errors: [
      {
        field: 'word',
        says:
          doing.actor.person === null
            ? 'We do not know that word, or it was used or is too old. Ask for a new one'
            : 'This account is of somebody we know already. Use an account with another e-mail address',
      },
    ],
  })
}

const deathForm = form({ on: day({ missing: 'Enter the day of death', called: 'The day of death' }) })
const deathSays = {
  'person-not-found': 'There is no such person',
  'death-in-the-future': 'The day of death cannot be in the future',
  'died-before-born': 'The day of death is before the day of birth',
} as const

async function writeDeath(doing: Doing, here: At, typed: Typed): Promise<Answer> {
  const read = deathForm.read(typed)
  if (!read.ok) return showPerson(doing, here, { typed, errors: read.errors })
  const written = await recordDeath(doing, { person: here.id, on: read.value.on })
  if (written.done) return `/people/${here.id}`
  return showPerson(doing, here, {
    typed,
    errors: written.because.map(because => ({ field: 'on-day', says: deathSays[because] })),
  })
}

async function find(doing: Doing, query: Typed): Promise<Answer> {
  const sought = one(query, 'q').slice(0, 100)
  const found = await findPeople(doing, sought)
  if (found === null) return `/cases/${encodeURIComponent(sought)}`
  return findPage({
    query: sought,
    found: found.map(row => ({
      id: row.id,
      name: row.full_name,
      bornOn: row.born_on,
      nhsNumber: row.nhs_number,
    })),
  })
}

const kinds = ['icb', 'ccg', 'council', 'region'] as const

export const routes: readonly Route[] = [
  { at: 'GET /people', allow: 'people.find', handle: (doing, { query }) => find(doing, query) },
  {
    at: 'GET /people/organisations',
    allow: 'organisations.read',
    handle: async (doing, { query }) => {
      const kind = kinds.find(each => each === one(query, 'kind')) ?? 'icb'
      return organisationsPage({ typed: { kind }, kind, bodies: await organisationsOf(doing, kind) })
    },
  },
  { at: 'GET /people/invitation', allow: 'access.own-account', handle: () => invitationPage(nothingWrong) },
  {
    at: 'POST /people/invitation',
    allow: 'access.own-account',
    handle: (doing, { form: typed }) => takeUpWord(doing, typed),
  },
  {
    at: 'GET /people/:person',
    allow: 'people.change',
    handle: (doing, asked) => at(doing, asked, here => showPerson(doing, here)),
  },
  {
    at: 'GET /people/:person/contact',
    allow: 'people.change',
    handle: (doing, asked) =>
      at(doing, asked, async here =>
        contactPage({
          ...here,
          errors: [],
          typed: await typedContact(doing, here.id, here.whose.preferredName),
        }),
      ),
  },
  {
    at: 'POST /people/:person/contact',
    allow: 'people.change',
    handle: (doing, asked) => at(doing, asked, here => saveContact(doing, here, asked.form)),
  },
  {
    at: 'GET /people/:person/communication',
    allow: 'people.change',
    handle: (doing, asked) =>
      at(doing, asked, async here =>
        communicationPage({ ...here, errors: [], typed: (await communicationOf(doing, here.id)).asTyped }),
      ),
  },
  {
    at: 'POST /people/:person/communication',
    allow: 'people.change',
    handle: (doing, asked) => at(doing, asked, here => saveCommunication(doing, here, asked.form)),
  },
  {
    at: 'POST /people/:person/death',
    allow: 'requests.take',
    handle: (doing, asked) => at(doing, asked, here => writeDeath(doing, here, asked.form)),
  },
  {
    at: 'GET /people/:person/helpers',
    allow: 'people.relate',
    handle: (doing, asked) => at(doing, asked, here => showHelpers(doing, here)),
  },
  {
    at: 'GET /people/:person/helpers/new',
    allow: 'people.relate',
    handle: (doing, asked) => at(doing, asked, here => newHelperPage({ ...here, ...nothingWrong })),
  },
  {
    at: 'POST /people/:person/helpers',
    allow: 'people.relate',
    handle: (doing, asked) => at(doing, asked, here => addHelper(doing, here, asked.form)),
  },
  {
    at: 'GET /people/:person/helpers/invited',
    allow: 'people.relate',
    handle: (doing, asked) => at(doing, asked, here => showWord(here, one(asked.query, 'shown'))),
  },
  {
    at: 'POST /people/:person/helpers/:helper/ending',
    allow: 'people.relate',
    handle: (doing, asked) => at(doing, asked, here => endHelp(doing, here, asked.at['helper'] ?? '')),
  },
]
