import { icons } from './icons.tsx'
import { classes, type Html } from './model.ts'

export type NavLink = { readonly href: string; readonly says: string; readonly current?: boolean | undefined }

/** A link of the menu. Without a group it is at hand; with one it stands under that group, behind "More". */
export type MenuLink = NavLink & { readonly group?: string | undefined }

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

const Item = ({ href, says, current }: NavLink) => (
  <li className="app-menu__item">
    <a className="app-menu__link" href={href} aria-current={current ? 'page' : undefined}>
      {says}
    </a>
  </li>
)

/** How many links a phone shows beside the word that opens the menu. */
const onPhone = 3

const grouped = (links: readonly MenuLink[]): readonly (readonly [string, readonly MenuLink[]])[] => [
  ...Map.groupBy(
    links.filter(({ group }) => group !== undefined),
    ({ group = '' }) => group,
  ),
]

const Group = ({ name, links }: { name: string; links: readonly MenuLink[] }) => {
  const id = `menu-${name.toLowerCase().replaceAll(' ', '-')}`
  return (
    <div>
      <p className="app-menu__name" id={id}>
        {name}
      </p>
      <ul className="app-menu__list" aria-labelledby={id}>
        {links.map(link => (
          <Item key={link.href} {...link} />
        ))}
      </ul>
    </div>
  )
}

/**
 * What is used every day stands in one row, everything else in groups behind one word. It opens without
 * JavaScript; on a phone the row is short and that word holds the rest of it too.
 */
export const Navigation = ({ links }: { links: readonly MenuLink[] }) => {
  const daily = links.filter(({ group }) => group === undefined)
  const groups = grouped(links)
  const rest = daily.slice(onPhone)
  const within = groups.some(([, of]) => of.some(({ current }) => current))
  return (
    <nav className="app-menu" aria-label="Menu">
      <div className="nhsuk-width-container app-menu__bar">
        <ul className="app-menu__daily">
          {daily.map(link => (
            <Item key={link.href} {...link} />
          ))}
        </ul>
        {groups.length === 0 && rest.length === 0 ? null : (
          <details className={classes('app-menu__more', groups.length === 0 && 'app-menu__more--phone')}>
            <summary className={classes('app-menu__open', within && 'app-menu__open--within')}>More</summary>
            <div className="app-menu__groups">
              {rest.length === 0 ? null : (
                <ul className="app-menu__list app-menu__rest">
                  {rest.map(link => (
                    <Item key={link.href} {...link} />
                  ))}
                </ul>
              )}
              {groups.map(([name, of]) => (
                <Group key={name} name={name} links={of} />
              ))}
            </div>
          </details>
        )}
      </div>
    </nav>
  )
}

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
  readonly nav?: readonly MenuLink[] | undefined
  readonly phase?: Phase | undefined
  readonly home: string
}

/**
 * The top of every page: the NHS header's markup without the NHS logo, which only NHS bodies may use and
 * which the NHS library's own header always draws.
 */
export const Header = ({ account, signIn, nav = [], phase, home }: HeaderProps) => (
  <header className="nhsuk-header">
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
