import { InsetText, LinkButton, Reading } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'

/** What a personal health budget is, for everybody. */
export const whatIsPage = (): Page => ({
  title: 'What is a personal health budget?',
  body: (
    <Reading>
      <h1>What is a personal health budget?</h1>
      <p>
        It is a sum of NHS money that is yours to plan with. You and your local NHS agree what it is for, and
        how it is spent to keep you well.
      </p>
      <p>
        It is not new money. It is the money that would be spent on your care anyway, used in ways that suit
        your life better.
      </p>
      <h2>Three ways to hold it</h2>
      <ul>
        <li>
          <strong>Notional budget.</strong> You know the sum and choose. The NHS arranges and pays.
        </li>
        <li>
          <strong>Third party.</strong> An organisation that you choose holds the money, arranges your care
          and employs the people who help you.
        </li>
        <li>
          <strong>Direct payment.</strong> The money comes to an account kept for it. You, or somebody you
          name, buys the care and employs your assistants.
        </li>
      </ul>
      <p>You can mix them. Your local NHS has the same duty of care whichever you choose.</p>
      <h2>What happens</h2>
      <ol>
        <li>You ask, or somebody asks for you.</li>
        <li>Your local NHS decides, with reasons in writing.</li>
        <li>Together you find out what you need, and you are shown the sum before you plan.</li>
        <li>You write your plan together.</li>
        <li>You sign an agreement, and the money starts.</li>
        <li>
          You show what it was spent on. We look together at how it is going, first within three months.
        </li>
      </ol>
      <InsetText>
        <p>
          You don’t need the internet for any of this. Everything here can be done by telephone or by letter.
        </p>
      </InsetText>
      <LinkButton href="/rights">Do I have the right?</LinkButton>
      <p>
        <a href="/requests/new">Ask for a budget</a>
      </p>
    </Reading>
  ),
})
