import { plainDate } from '../kernel/days.ts'
import type { Backing, Confidence } from '../kernel/rule.ts'

/** The day on which we read the places named here, or the report of them that we were given. */
const readOn = plainDate('2026-11-22')
const law = 'https://www.legislation.gov.uk'

type Place = readonly [cite: string, title: string, address?: string]

const written =
  (confidence: Confidence) =>
  (...[cite, title, address]: Place): Backing => ({
    source: { cite: `architecture/sources/${cite}`, title, address: address ?? null, read: readOn },
    confidence,
  })

const statute = written('statute-read')
const reported = written('secondary')
const old = written('forerunner')
const origin = written('origin')
const known = written('general-knowledge')
const ours = written('design')

const act = 'National Health Service Act 2006'
const actAt = `${law}/ukpga/2006/41`
export const section12A = statute(
  'nhs-act-2006.md#sections-12a-to-12d',
  `${act}, sections 12A to 12D`,
  `${actAt}/part/1/crossheading/direct-payments-for-health-care`,
)
export const section75 = reported('nhs-act-2006.md#section-75', `${act}, section 75`, `${law}/uksi/2000/617`)

const regs = 'NHS (Direct Payments) Regulations 2013'
const regsAt = `${law}/uksi/2013/1617`
const reg2013 = (anchor: string, name: string, at: string) =>
  statute(`si-2013-1617.md#${anchor}`, `${regs} (SI 2013/1617), ${name}`, `${regsAt}/${at}`)
export const reg1 = reg2013('regulation-1', 'regulation 1', 'body/made')
export const reg2 = reg2013('regulation-2', 'regulation 2', 'body/made')
export const reg15 = reg2013('regulation-15', 'regulation 15', 'regulation/15/made')
export const reg17 = reg2013('regulation-17', 'regulation 17', 'regulation/17/made')
export const schedule = reg2013('the-schedule', 'the Schedule', 'schedule/made')
export const narrowFamily = statute(
  'si-2013-2354.md#family',
  `${regs} (Amendment) (SI 2013/2354), note`,
  `${law}/uksi/2013/2354/note/made`,
)
export const lookAgain = statute(
  'si-2013-2354.md#reconsideration',
  `${regs} (Amendment) (SI 2013/2354), note`,
  `${law}/uksi/2013/2354/note/made`,
)
export const managedAccounts = statute(
  'si-2017-219.md#managed-account',
  'SI 2017/219, regulation 2',
  `${law}/uksi/2017/219/regulation/2/made`,
)
export const connectedPeople = statute(
  'si-2017-219.md#connected-person',
  'SI 2017/219, regulation 2',
  `${law}/uksi/2017/219/regulation/2/made`,
)

const standing = 'Standing Rules Regulations 2012 (SI 2012/2996)'
export const reg32A = statute(
  'si-2012-2996.md#regulation-32a',
  `${standing}, regulation 32A`,
  `${law}/uksi/2012/2996/regulation/32A/2022-07-01/data.html`,
)
export const reg32B = statute(
  'si-2012-2996.md#regulation-32b',
  `${standing}, regulation 32B`,
  `${law}/uksi/2012/2996/regulation/32B/data.xht`,
)
export const part6A2019 = statute(
  'si-2012-2996.md#since-2-december-2019',
  `${standing}, Part 6A as it stood on 2 December 2019`,
  `${law}/uksi/2012/2996/part/6A`,
)
export const panelReview = statute('si-2012-2996.md#regulation-23', `${standing}, regulation 23`)
export const si20141611 = statute('si-2014-1611.md#commencement', 'SI 2014/1611', `${law}/uksi/2014/1611`)

const forerunner = 'NHS (Direct Payments) Regulations 2010 (SI 2010/1000)'
const reg2010 = (number: number) =>
  old(`si-2010-1000.md#regulation-${number}`, `${forerunner}, regulation ${number}`, `${law}/uksi/2010/1000`)
export const old8 = reg2010(8)
export const old9 = reg2010(9)
export const old11 = reg2010(11)
export const old13 = reg2010(13)
export const old16 = reg2010(16)
export const old17 = reg2010(17)

export const families2014 = statute(
  'children-and-families-act-2014.md#section-49',
  'Children and Families Act 2014, section 49',
)
export const sen2014 = statute(
  'si-2014-1652.md#regulation-4',
  'SI 2014/1652 (special educational needs), regulation 4',
  `${law}/uksi/2014/1652`,
)
export const sen4A = statute(
  'si-2014-1652.md#regulation-4a',
  'SI 2014/1652 (special educational needs), regulation 4A',
  `${law}/uksi/2014/1652`,
)
export const senSchedule = reported(
  'si-2014-1652.md#the-schedule',
  'SI 2014/1652, Schedule: a parallel list of the education rules',
  `${law}/uksi/2014/1652`,
)
export const care25 = statute('care-act-2014.md#section-25', 'Care Act 2014, section 25')
export const care26 = statute('care-act-2014.md#section-26', 'Care Act 2014, section 26')
export const social2009 = reported(
  'si-2009-1887.md#regulation-8',
  'SI 2009/1887, regulation 8: a parallel rule of social care',
  `${law}/uksi/2009/1887`,
)
export const northernIreland = reported(
  'nisr-2004-120.md#regulation-7',
  'NISR 2004/120, regulation 7: a parallel rule of Northern Ireland',
)
export const pilot2012 = reported(
  'si-2012-206.md#schedule-1',
  'SI 2012/206, Schedule 1: parallel text of the education pilot',
)
export const cqc2014 = statute(
  'si-2014-2936.md#schedule-1',
  'SI 2014/2936, Schedule 1, paragraph 1(3)(c)',
  `${law}/uksi/2014/2936`,
)

const england = 'https://www.england.nhs.uk'
export const guidance = reported(
  'phb-guidance.md#opening',
  'NHS England guidance on direct payments, version 2 (PR1363)',
  england,
)
export const chcQuestions = reported(
  'phb-in-chc-faq.md#default',
  'NHS England questions and answers on budgets in CHC',
  england,
)
export const managingMoney = reported(
  'managing-the-money.md#three-options',
  'NHS England, options for managing the money',
  england,
)
const delivery = (step: number) =>
  reported(
    `chc-delivery-model.md#step-${step}`,
    `NHS CHC delivery model, step ${step}`,
    'https://github.com/focus-games/nhschc',
  )
export const deliveryStep3 = delivery(3)
export const deliveryStep4 = delivery(4)
export const deliveryStep5 = delivery(5)
export const deliveryStep6 = delivery(6)
export const delegation = reported(
  'delegation-guidance.md#delegated-tasks',
  'NHS England on delegating clinical tasks, as quoted by peoplehub.org.uk',
  'https://www.peoplehub.org.uk',
)
export const keyFeatures = reported(
  'key-features.md#six-key-features',
  'Six key features, in a summary of the guidance of December 2019',
  'https://www.lukeclements.co.uk',
)
export const afterCarePages = reported(
  'section-117-local-pages.md#sections-that-count',
  'Local pages on section 117 (Swindon, Liverpool)',
  'https://fsd.liverpool.gov.uk',
)
export const wheelchairPages = reported(
  'wheelchair-local-pages.md#who',
  'Local page on personal wheelchair budgets (Liverpool)',
  'https://fsd.liverpool.gov.uk',
)
export const maternityQuestions = reported(
  'maternity-pmcb.md#notional-only',
  'NHS England questions and answers on maternity budgets',
  england,
)
export const consultation2018 = reported(
  'consultation-2018.md#not-enacted',
  'Reports of the 2018 consultation',
  'https://app.croneri.co.uk',
)
export const schoolPlace = reported(
  'ehc-pages.md#school-place',
  'A law firm’s page on direct payments and schools',
)
export const ehcPages = reported('ehc-pages.md#clocks', 'Public pages on the steps of an EHC plan')
export const shoppingPages = reported(
  'what-not-to-buy.md#pages',
  'Pages of several NHS bodies and law firms on what not to buy',
)
export const councilFamily = reported(
  'council-pages.md#family',
  'Worcestershire council on paying relatives',
  'https://www.worcestershire.gov.uk',
)
export const councilSurplus = reported(
  'council-pages.md#surplus',
  'St Helens council on money not used',
  'https://www.sthelens.gov.uk/article/4464',
)
export const councilChildren = reported(
  'council-pages.md#checks-for-children',
  'Durham council on assistants for children',
  'https://www.durham.gov.uk',
)
export const councilCosts = reported(
  'council-pages.md#costs-of-employing',
  'Council pages on the costs of employing an assistant',
)
export const councilReviews = reported(
  'care-act-reviews.md#first-review',
  'Social care direct payment rules of 2014, regulation 7, as told in a glossary',
)
export const chcClockPages = reported(
  'chc-clocks.md#clocks',
  'Pages of NHS bodies on the steps of continuing healthcare',
)
export const childClockPages = reported(
  'children-clocks.md#clocks',
  'Public pages on the steps of children’s continuing care',
)
export const complaintPages = reported('complaints.md#clocks', 'Public pages on NHS complaints')
export const returnNotice = reported(
  'phb-return.md#due',
  'Data provision notice for the national return (DAPB2184)',
)
export const afterCareDuty = reported(
  'section-117-local-pages.md#how-it-ends',
  'Dorset council on section 117',
  'https://www.dorsetcouncil.gov.uk',
)

const project = 'The documents that this service was asked to carry out'
export const originCohorts = origin('origin.md#cohorts', project)
export const originLocalOffer = origin('origin.md#local-offer', project)
export const originEducation = origin('origin.md#education-plans', project)

const general = 'General knowledge; no source was read'
const memory = (anchor: string) => known(`general-knowledge.md#${anchor}`, general)
export const knownRefusals = memory('refusals-and-reconsideration')
export const knownOneOff = memory('one-off-payments')
export const knownShopping = memory('what-a-direct-payment-may-never-buy')
export const knownFamily = memory('close-family')
export const knownConsent = memory('consent-by-age')
export const knownChildren = memory('childrens-continuing-care')
export const knownAdultMove = memory('from-child-to-adult')
export const knownPlan = memory('what-a-plan-holds')
export const knownDeciding = memory('deciding')
export const knownConditions = memory('conditions-on-the-holder')
export const knownStaff = memory('staff')
export const knownSchedule = memory('exclusions-not-read')
export const knownAfterCare = memory('section-117')
export const knownReviews = memory('reviews')
export const knownRecovery = memory('recovery')
export const knownLimits = memory('limits-that-were-not-found')
export const knownEmploying = memory('employment-figures')

export const ourWay = ours('design.md#rules-of-the-product', 'A rule of this service')
export const fundersApart = ours('design.md#funders-kept-apart', 'A rule of this service')
