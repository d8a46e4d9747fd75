import { type Role, roleNames } from './access/public.ts'
import { menuFor, onlyAssistant } from './menu.ts'
import { Form, Frame, HiddenFields, Reading, renderPage, SubmitButton, Tickets } from './nhs/public.ts'
import type { Actor } from './platform/doing.ts'
import type { Around, Pages } from './platform/http/serving.ts'
import type { Page, Typed } from './platform/route.ts'

const roleSaid = (actor: Actor): string =>
  onlyAssistant(actor) ? 'Personal assistant' : roleNames[(actor.roles[0]?.role ?? 'person') as Role]

/** Said on every page while staff act for a caller: what they send is recorded as the caller's wish. */
const OnTheTelephone = () => (
  <aside className="nhsuk-inset-text" aria-label="You are acting for somebody">
    <p>
      You are acting for somebody who called or wrote. Read back what you typed before you send it. It is
      recorded as done for them.
    </p>
    <Form action="/access/call/ending" name="End the call">
      <SubmitButton small look="second">
        End the call
      </SubmitButton>
    </Form>
  </aside>
)

function document(page: Page, { asking, address, csrf, once }: Around, embedded: boolean): string {
  const { actor, onBehalfOf } = asking
  const around = {
    ...(embedded
      ? { phase: { name: 'Test service', says: 'Everybody and every place here is invented.' } }
      : {}),
    ...(actor.id === null
      ? { signIn: '/access/sign-in' }
      : { account: { name: actor.name, role: roleSaid(actor), csrf, href: '/access/account' } }),
    nav: menuFor(actor, address.split('?')[0] ?? ''),
    home: actor.id === null ? '/' : '/home',
  }
  return renderPage(
    <Tickets.Provider value={{ csrf, once }}>
      <Frame
        {...around}
        title={page.title}
        errors={page.errors}
        wide={page.wide}
        person={page.person}
        done={page.done}
        back={page.back === undefined ? undefined : { href: page.back }}
      >
        {onBehalfOf === null ? null : <OnTheTelephone />}
        {page.body}
      </Frame>
    </Tickets.Provider>,
  )
}

const said = (status: number, title: string, ...lines: readonly string[]): Page => ({
  title,
  status,
  body: (
    <Reading>
      <h1>{title}</h1>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
    </Reading>
  ),
})

/** `fullName` and `bornOn-day` as people read them: `Full name`, `Born on day`. */
function fieldInWords(name: string): string {
  const words = name.replaceAll('-', ' ').replace(/([a-z])([A-Z\d])/g, '$1 $2')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

const shownFields = (typed: Typed): readonly [string, string][] =>
  Object.entries(typed)
    .filter(
      ([name, value]) =>
        name !== 'once' && name !== '_csrf' && !/password/i.test(name) && String(value).trim() !== '',
    )
    .map(([name, value]) => [fieldInWords(name), typeof value === 'string' ? value : value.join(', ')])

const sendAgain = ({ address, typed }: { address: string; typed: Typed }): Page => ({
  title: 'We kept what you typed',
  body: (
    <Reading>
      <h1>We kept what you typed</h1>
      <p>
        The page was open for too long, or you were signed out meanwhile. Nothing has been sent yet. Look it
        over and send it.
      </p>
      <p>If you had chosen a file, please choose it again: we could not keep it.</p>
      <dl className="nhsuk-summary-list">
        {shownFields(typed).map(([name, value]) => (
          <div key={name} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">{name}</dt>
            <dd className="nhsuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <Form action={address}>
        <HiddenFields
          values={Object.fromEntries(
            Object.entries(typed).filter(
              ([name]) => name !== 'once' && name !== '_csrf' && !/password/i.test(name),
            ),
          )}
        />
        <SubmitButton>Send it now</SubmitButton>
      </Form>
    </Reading>
  ),
})

/** What was sent and could not be taken. */
const refusals = {
  sentBefore: () =>
    said(
      409,
      'This form was sent before',
      'We already have this form, with something else in it. Nothing was changed.',
      'Go back to the page, load it again and look at what is there now.',
    ),
  tooLarge: () =>
    said(
      413,
      'That is too large to send',
      'A file can be 20 MB at most, five files at a time; words some hundred pages. Nothing was saved.',
      'Go back: what you typed is still there. Make it shorter, choose a smaller file, or send it in parts.',
    ),
  tooOften: () =>
    said(
      429,
      'Please wait a minute',
      'That was tried too many times in a short while. Nothing was changed.',
      'Wait a minute and try again.',
    ),
  unreadable: () =>
    said(
      422,
      'We could not read what was sent',
      'It holds a character that cannot be kept. Nothing was changed.',
      'Go back and type it again instead of pasting it.',
    ),
}

/**
 * The pages that belong to no module: what is so, and what to do. A record that may not be seen is not
 * found.
 */
export const pages = ({ embedded }: { embedded: boolean }): Pages => ({
  frame: (page, around) => document(page, around, embedded),
  notFound: () =>
    said(
      404,
      'Page not found',
      'There is nothing at this address, or nothing that you can see.',
      'If you typed the address, check it. If you followed a link, tell the team named on your last letter.',
    ),
  notAllowed: () =>
    said(
      403,
      'You can’t do this',
      'Your account does not let you do this. Nothing was changed.',
      'If you think it should, ask the person whose budget it is, or your manager.',
    ),
  broken: reference =>
    said(
      500,
      'Sorry, there is a problem with the service',
      'It is our mistake. Nothing was changed.',
      'Try again in a few minutes. What you typed is still in your browser if you go back.',
      `If it goes on, tell us this number: ${reference}`,
    ),
  ...refusals,
  sendAgain,
})
