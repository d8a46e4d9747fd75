import type { Id } from '../../kernel/brand.ts'
import { type Command, type Console, readWords } from '../../platform/command.ts'
import type { Doing } from '../../platform/doing.ts'
import { asService } from '../../platform/transaction.ts'
import { addUser, newPassword } from '../actions/add-user.ts'
import { emailIn } from '../forms.ts'
import { type Role, roles } from '../permissions.ts'

/** How the program finds what other modules keep: handed in, since `access` knows none of them. */
export type Finding = {
  organisation(doing: Doing, codeOrId: string): Promise<Id<'organisation'> | null>
  person(doing: Doing, reference: string): Promise<Id<'person'> | null>
}

const given: readonly Role[] = roles.filter(role => role !== 'visitor' && role !== 'person')
const usage = `Use: openphb user add --email ADDRESS --name NAME [--role ROLE --organisation CODE|ID]
                     [--person REFERENCE] [--password-from-input] [--json]\n`

type Asked = {
  email: string
  name: string
  role: string | null
  organisation: string | null
  person: string | null
}

function problemWith({ email, name, role, organisation, person }: Asked): string | null {
  if (emailIn(email) === null) return 'Say whose account it is: --email with an e-mail address.'
  if (name.trim() === '' || name.length > 200)
    return 'Say what the person is called: --name, at most 200 characters.'
  if (role !== null && role !== 'person' && !given.includes(role as Role))
    return `There is no role "${role}". The roles are: ${given.join(', ')}.`
  const isStaff = role !== null && role !== 'person'
  if (isStaff !== (organisation !== null))
    return 'A role is held in an organisation: say both --role and --organisation.'
  return isStaff || person === null || person !== '' ? null : 'Say which person: --person REFERENCE.'
}

async function firstLine(): Promise<string> {
  let text = ''
  for await (const piece of process.stdin) {
    text += String(piece)
    if (text.includes('\n')) break
  }
  return text.split('\n')[0]?.replace(/\r$/, '') ?? ''
}

async function add(words: readonly string[], console: Console, finding: Finding): Promise<number> {
  const { database, out, err } = console
  const read = readWords(words, {
    takes: ['email', 'name', 'role', 'organisation', 'person'],
    flags: ['password-from-input', 'json'],
  })
  const option = (name: string): string | null => read.options.get(name) ?? null
  const asked = {
    email: option('email') ?? '',
    name: option('name') ?? '',
    role: option('role'),
    organisation: option('organisation'),
    person: option('person'),
  }
  const problem = read.unknown.length > 0 || read.words.length > 0 ? usage.trimEnd() : problemWith(asked)
  const typed = problem === null && read.flags.has('password-from-input') ? await firstLine() : null
  const tooShort =
    typed !== null && (typed.length < 12 || typed.length > 200)
      ? 'The password must have 12 to 200 characters.'
      : null
  if (problem ?? tooShort) {
    err(`${problem ?? tooShort}\n`)
    return 2
  }
  const password = typed ?? newPassword()
  const made = await asService(database, doing => addFound(doing, { ...asked, password }, finding))
  if ('says' in made) {
    err(`${made.says}\n`)
    return 2
  }
  const once = typed === null ? `The password, shown this once: ${password}\n` : ''
  const shown = { ...made, ...(typed === null ? { password } : {}) }
  out(
    read.flags.has('json')
      ? `${JSON.stringify(shown)}\n`
      : `${asked.name} can sign in with ${asked.email}.\n${once}`,
  )
  return 0
}

async function addFound(
  doing: Doing,
  asked: Asked & { password: string },
  finding: Finding,
): Promise<{ actor: string } | { says: string }> {
  const organisation =
    asked.organisation === null ? null : await finding.organisation(doing, asked.organisation)
  if (asked.organisation !== null && organisation === null)
    return { says: `There is no organisation "${asked.organisation}".` }
  const person = asked.person === null ? null : await finding.person(doing, asked.person)
  if (asked.person !== null && person === null)
    return { says: `There is no person with the reference "${asked.person}".` }
  const role = organisation && asked.role ? { role: asked.role as Role, organisation } : null
  const added = await addUser(doing, {
    name: asked.name.trim(),
    email: asked.email,
    password: asked.password,
    person,
    role,
  })
  return added.done ? { actor: added.value.actor } : { says: 'That e-mail address has an account already.' }
}

export const userAdd = (finding: Finding): Command => ({
  name: 'user add',
  says: 'makes an account for somebody, with a role in an organisation or as a person',
  help: `${usage}
Without --password-from-input a password is made and printed once; with it, the first line of the input is
taken.
Roles: ${given.join(', ')}. Without a role it is the account of a person or of family.`,
  needsDatabase: true,
  run: (words, console) => add(words, console, finding),
})
