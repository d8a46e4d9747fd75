import { icons } from './icons.tsx'
import { classes, type Html } from './model.ts'

export type NavLink = { readonly href: string; readonly says: string; readonly current?: boolean | undefined }

/** Who is signed in. `csrf` goes with the form that signs them out. */
export type Account = {
  readonly name: string
  readonly role: string
  readonly csrf: string
  /** The page of their own account. */
  readonly href?: string | undefined
  /** Whom they act for, where it is somebody else: said on every page. */
  readonly actingFor?: string | undefined
}

/** What kind of installation this is, for example `Test service`: `Invented people, invented places.` */
export type Phase = { readonly name: string; readonly says: Html }

const Who = ({ name, role, actingFor }: Account) => (
  <>
    {icons.user}
    <span>
      <bdi>{name}</bdi>
      <span className="app-header__role">
        {role}
        {actingFor === undefined ? null : (
          <>
            {', for '}
            <bdi>{actingFor}</bdi>
          </>
        )}
      </span>
    </span>
  </>
)

const SignOut = ({ csrf }: { csrf: string }) => (
  <form className="nhsuk-header__account-form" action="/access/sign-out" method="post" noValidate>
    <input type="hidden" name="_csrf" value={csrf} />
    <button className="nhsuk-header__account-button" type="submit">
      Sign out
    </button>
  </form>
)

const AccountNav = ({ account }: { account: Account }) => (
  <nav className="nhsuk-header__account" aria-label="Account">
    <ul className="nhsuk-header__account-list">
      <li className="nhsuk-header__account-item">
        {account.href === undefined ? (
          <Who {...account} />
        ) : (
          <a className="nhsuk-header__account-link" href={account.href}>
            <Who {...account} />
          </a>
        )}
      </li>
      <li className="nhsuk-header__account-item">
        <SignOut csrf={account.csrf} />
      </li>
    </ul>
  </nav>
)

const SignIn = ({ href }: { href: string }) => (
  <nav className="nhsuk-header__account" aria-label="Account">
    <ul className="nhsuk-header__account-list">
      <li className="nhsuk-header__account-item">
        <a className="nhsuk-header__account-link" href={href}>
          Sign in
        </a>
      </li>
    </ul>
  </nav>
)

const NavItem = ({ href, says, current }: NavLink) => (
  <li
    className={classes('nhsuk-header__navigation-item', current && 'nhsuk-header__navigation-item--current')}
  >
    <a className="nhsuk-header__navigation-link" href={href} aria-current={current ? 'page' : undefined}>
      {current ? <strong className="nhsuk-header__navigation-item-current-fallback">{says}</strong> : says}
    </a>
  </li>
)

export const Navigation = ({ links }: { links: readonly NavLink[] }) => (
  <nav className="nhsuk-header__navigation" aria-label="Menu">
    <div className="nhsuk-header__navigation-container nhsuk-width-container">
      <ul className="nhsuk-header__navigation-list">
        {links.map(link => (
          <NavItem key={link.href} {...link} />
        ))}
        <li className="nhsuk-header__menu" hidden>
          <button
            className="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
            id="toggle-menu"
            type="button"
            aria-expanded="false"
          >
            <span className="nhsuk-u-visually-hidden">Browse </span>More
          </button>
        </li>
      </ul>
    </div>
  </nav>
)

const PhaseBanner = ({ name, says }: Phase) => (
  <div className="app-phase">
    <p className="app-phase__text nhsuk-width-container">
      <strong className="nhsuk-tag nhsuk-tag--white app-phase__tag">{name}</strong> {says}
    </p>
  </div>
)

type HeaderProps = {
  readonly account?: Account | undefined
  readonly signIn?: string | undefined
  readonly nav?: readonly NavLink[] | undefined
  readonly phase?: Phase | undefined
  readonly home: string
}

/**
 * The top of every page: the NHS header's markup without the NHS logo, which only NHS bodies may use and
 * which the NHS library's own header always draws.
 */
export const Header = ({ account, signIn, nav = [], phase, home }: HeaderProps) => (
  <header className="nhsuk-header" data-module="nhsuk-header">
    <div className="nhsuk-header__container nhsuk-width-container">
      <div className="nhsuk-header__service">
        <a className="nhsuk-header__service-name app-header__service" href={home}>
          <span className="app-header__name">OpenPHB</span>
          <span className="app-header__what">Personal health budgets</span>
        </a>
      </div>
      {account === undefined ? null : <AccountNav account={account} />}
      {account === undefined && signIn !== undefined ? <SignIn href={signIn} /> : null}
    </div>
    {nav.length === 0 ? null : <Navigation links={nav} />}
    {phase === undefined ? null : <PhaseBanner {...phase} />}
  </header>
)
