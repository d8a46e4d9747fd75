import { known, origin, ours, reported } from './place.ts'

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
const chairs = (place: string, title: string) =>
  reported(`wheelchair-local-pages.md#${place}`, `Local pages on personal wheelchair budgets: ${title}`)
export const chairValue = chairs('value', 'what a budget is worth')
export const chairNotional = chairs('notional', 'the chair that the NHS offers')
export const chairContribution = chairs('contribution', 'adding to it')
export const chairThirdParty = chairs('third-party', 'buying elsewhere')
export const chairThreeOptions = chairs('three-options-only', 'three ways')
export const chairPeriod = chairs('period', 'how long (Homerton)')
export const chairContributors = chairs('contributors', 'who may add to it')
export const wheelchairCollection = reported(
  'dcb2097.md#waiting',
  'The national wheelchair collection (DCB2097)',
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
export const returnAreas = reported('phb-return.md#areas', 'The published national return')
export const returnMeasures = reported(
  'phb-return.md#measures',
  'Published commentary on the national return',
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
export const originProgrammes = origin('origin.md#support-programmes', project)
export const originNetwork = origin('origin.md#learning-network', project)

const general = 'General knowledge; no source was read'
const memory = (anchor: string) => known(`general-knowledge.md#${anchor}`, general)
export const knownRefusals = memory('refusals-and-reconsideration')
export const knownOneOff = memory('one-off-payments')
export const knownShopping = memory('what-a-direct-payment-may-never-buy')
export const knownFamily = memory('close-family')
export const knownConsent = memory('consent-by-age')
export const knownChildren = memory('childrens-continuing-care')
export const knownAdultMove = memory('from-child-to-adult')
export const knownEducation = memory('education-budgets')
export const knownPlan = memory('what-a-plan-holds')
export const knownDeciding = memory('deciding')
export const knownConditions = memory('conditions-on-the-holder')
export const knownStaff = memory('staff')
export const knownSchedule = memory('exclusions-not-read')
export const knownAfterCare = memory('section-117')
export const knownReviews = memory('reviews')
export const knownRecovery = memory('recovery')
export const knownComplaints = memory('complaints')
export const knownLimits = memory('limits-that-were-not-found')
export const knownSuccession = memory('successions')
export const knownEmploying = memory('employment-figures')
export const knownCapacity = memory('capacity')
export const knownPowers = memory('who-may-decide-what')
export const knownReturn = memory('the-national-return')
export const knownLevels = memory('readiness-levels')
export const knownSharing = memory('sharing-between-bodies')

export const complaintsOurWay = ours('design.md#complaints', 'A rule of this service')
export const ourWay = ours('design.md#rules-of-the-product', 'A rule of this service')
export const maternityOurWay = ours('design.md#maternity-budgets', 'A rule of this service')
export const ourStrands = ours('design.md#a-plan-of-three-strands', 'A rule of this service')
export const fundersApart = ours('design.md#funders-kept-apart', 'A rule of this service')
export const ourConsents = ours('design.md#capacity-and-consent', 'A rule of this service')
export const ourFigures = ours('design.md#national-figures', 'A rule of this service')
export const ourProgrammes = ours('design.md#calls-and-readiness', 'A rule of this service')
export const ourNetwork = ours('design.md#the-learning-network', 'A rule of this service')
