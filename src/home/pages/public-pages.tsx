import { InsetText, LinkButton, Reading, Tiles } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'

/** The first page of the service, for everybody. */
export const startPage = (): Page => ({
  title: 'Personal health budgets',
  body: (
    <>
      <Reading>
        <h1>Personal health budgets</h1>
        <p className="nhsuk-lede-text">A sum of NHS money that you plan with, in ways that suit your life.</p>
        <LinkButton href="/requests/new">Ask for a budget</LinkButton>
        <p>
          Asked before? <a href="/access/sign-in">Sign in</a> to see where things stand and whose turn it is.
        </p>
      </Reading>
      <Tiles
        tiles={[
          {
            href: '/rights',
            title: 'Do I have the right?',
            says: 'Four questions at most. The answer says why, since when and where it is written.',
          },
          {
            href: '/rights/personal-health-budget',
            title: 'What is it?',
            says: 'What a budget is, the ways to hold it, and what happens step by step.',
          },
          {
            href: '/rights/rules',
            title: 'The rules we use',
            says: 'Every rule, its source, and how sure we are of it.',
          },
        ]}
      />
      <Reading>
        <h2>Without the internet</h2>
        <p>
          Call your local NHS, write to it, or ask somebody who supports you. Staff can do everything here for
          you by telephone, under the same rules, and read it back to you.
        </p>
      </Reading>
    </>
  ),
})

/** What works for everybody, what does not yet, and whom to tell. */
export const accessibilityPage = (): Page => ({
  title: 'Accessibility statement',
  body: (
    <Reading>
      <h1>Accessibility statement</h1>
      <p>We want everybody to be able to use this service. You should be able to:</p>
      <ul>
        <li>use every page with a keyboard, a switch or an eye-gaze control alone</li>
        <li>use every page without JavaScript, and on a screen 320 pixels wide</li>
        <li>zoom in to 400 % without the text spilling off the screen</li>
        <li>hear every page with a screen reader, charts included: each has its table</li>
      </ul>
      <p>
        We aim at the Web Content Accessibility Guidelines 2.2, level AA. Every page is checked by a program
        whenever the service changes.
      </p>
      <h2>What does not work yet</h2>
      <ul>
        <li>The service is in English only.</li>
        <li>There is no Easy Read version of your own plan and letters yet. Staff can send you one.</li>
        <li>No disabled person outside the team has tested it yet.</li>
      </ul>
      <h2>Tell us</h2>
      <p>
        If something stops you, tell the team named on your last letter. They must do the thing for you in
        another way.
      </p>
    </Reading>
  ),
})

/** What is kept about people, who sees it, and how they can find out. */
export const privacyPage = (): Page => ({
  title: 'Privacy',
  body: (
    <Reading>
      <h1>Privacy</h1>
      <p>Your local NHS (integrated care board) answers for what is kept here about you.</p>
      <ul>
        <li>
          Staff see a record only if it is their work. Each look is written down, with who, when and what for.
        </li>
        <li>
          You can see <a href="/access/looks">who has looked at your record</a>. Nobody can take a line out of
          it.
        </li>
        <li>People who help you see only what you let them, until the day you say.</li>
        <li>Addresses, telephone numbers and bank details are encrypted.</li>
        <li>Nobody is tracked. We never ask where you or your assistants are.</li>
        <li>We use cookies only to keep you signed in and your forms safe.</li>
      </ul>
      <InsetText>
        <p>
          To ask what is kept about you, to correct it, or to complain, write to the team named on your last
          letter.
        </p>
      </InsetText>
    </Reading>
  ),
})
