//! What can be said of an input or a result: each code once, with its word, its family and its grade.
//!
//! The sentences stand under the word of the code, in the section of its family, in `words/*.json`.
//!
//! # Grades
//!
//! A grade says what the planner has to do. The first line that fits decides:
//!
//! 1. [`Grade::Problem`]: nothing is calculated until it is mended. Every problem, and nothing else.
//! 2. [`Grade::Warning`]: do or check something before the figures are used. A figure is probably not what was meant (a
//!    wage in thousands, more members than workers), rests on a guess or on a value that no rule states, or leaves out
//!    what will be billed; money does not suffice; a target is missed; a rule or an agreement does not cover the payment.
//! 3. [`Grade::Remark`]: read it. A rule or a choice of the planner decided something (a relief counted or denied), the
//!    plan has a consequence that no figure shows (membership lapses), an empty input would say more, or an input has no
//!    effect. The figures hold.
//! 4. [`Grade::Information`]: nothing to do. What agrees, what is allowed, and what no projection counts.

use crate::choices;
use crate::choices::Choice as _;

choices! {
    /// What a code is about: where in an answer it stands, and in which section of `words/*.json` its sentence does.
    pub enum Family {
        /// What is wrong with an input or a question; nothing is calculated.
        Problem = "problem",
        /// What must be said with a projection.
        Notice = "notice",
        /// An input that was left empty and would have said more.
        Missing = "missing",
        /// An input that changes no figure.
        Unused = "unused",
        /// Why there is no figure where one was looked for: the price of a point, what waiting moves, the latest start.
        Reason = "reason",
        /// What no projection counts; every view says so.
        NotCounted = "notCounted",
    }
}

choices! {
    /// What the planner has to do about a code, the most pressing first; the rule stands [above](self#grades).
    pub enum Grade {
        /// Mend it: nothing is calculated.
        Problem = "problem",
        /// Act or check before the figures are used.
        Warning = "warning",
        /// Read it: the figures hold.
        Remark = "remark",
        /// Nothing to do.
        Information = "information",
    }
}

/// Declares [`Code`] from families, which hold grades, which hold codes: none has a second place or is without either.
macro_rules! codes {
    ($(#[doc = $about:literal])+ pub enum $name:ident {
        $($family:ident { $($grade:ident { $($code:ident = $word:literal,)+ })+ })+
    }) => {
        choices! {
            $(#[doc = $about])+
            pub enum $name {
                $($($(#[doc = $word] $code = $word,)+)+)+
            }
        }

        impl $name {
            /// What it is about.
            #[must_use]
            pub const fn family(self) -> Family {
                match self {
                    $($($(Self::$code)|+)|+ => Family::$family,)+
                }
            }

            /// What the planner has to do about it.
            #[must_use]
            pub const fn grade(self) -> Grade {
                match self {
                    $($($(Self::$code)|+ => Grade::$grade,)+)+
                }
            }
        }
    };
}

impl Code {
    /// Every code of a family, in the stated order.
    pub fn of(family: Family) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |code| code.family() == family)
    }

    /// Whether it is what is wrong with an input or a question.
    #[must_use]
    pub const fn is_problem(self) -> bool {
        matches!(self.family(), Family::Problem)
    }
}

codes! {
    /// Which kind of thing is said; its word never changes. A new code needs its sentence in both `words/*.json`.
    pub enum Code {
        Problem {
            Problem {
                NotAnObject = "notAnObject",
                NotAList = "notAList",
                NotText = "notText",
                NotANumber = "notANumber",
                NotTrueOrFalse = "notTrueOrFalse",
                NotReadable = "notReadable",
                Missing = "missing",
                UnknownKey = "unknownKey",
                UnknownChoice = "unknownChoice",
                Empty = "empty",
                TooLong = "tooLong",
                TooMany = "tooMany",
                BadId = "badId",
                BadCode = "badCode",
                BadVillageCode = "badVillageCode",
                BadDate = "badDate",
                BadDay = "badDay",
                NotWhole = "notWhole",
                TooManyDecimals = "tooManyDecimals",
                TooSmall = "tooSmall",
                TooLarge = "tooLarge",
                BadMonth = "badMonth",
                NewerSchema = "newerSchema",
                Duplicate = "duplicate",
                OutOfOrder = "outOfOrder",
                EndsBeforeStart = "endsBeforeStart",
                Overlap = "overlap",
                UnknownFund = "unknownFund",
                UnknownParameter = "unknownParameter",
                BadWageKey = "badWageKey",
                ValueOrRows = "valueOrRows",
                RowsNotRising = "rowsNotRising",
                NotExtrapolable = "notExtrapolable",
                SharesNotWhole = "sharesNotWhole",
                ProgrammeNotInClass = "programmeNotInClass",
                BaseNotInClass = "baseNotInClass",
                BaseMissing = "baseMissing",
                RiskMissing = "riskMissing",
                OnlyForClass = "onlyForClass",
                WorkerPayersMissing = "workerPayersMissing",
                WorkerPayersUnused = "workerPayersUnused",
                BilledOutsidePlan = "billedOutsidePlan",
                StartsTooLate = "startsTooLate",
                TargetWithoutWorkforce = "targetWithoutWorkforce",
                SegmentWithoutTarget = "segmentWithoutTarget",
                SegmentWithoutVillages = "segmentWithoutVillages",
                UnknownRelief = "unknownRelief",
                ReliefDecided = "reliefDecided",
                NoLawValue = "noLawValue",
                AmountTooLarge = "amountTooLarge",
                UnknownSegment = "unknownSegment",
                UnknownAccount = "unknownAccount",
                YearOutsidePlan = "yearOutsidePlan",
                MonthOutsidePlan = "monthOutsidePlan",
                QuestionIncomplete = "questionIncomplete",
                MeasureWithoutWorkforce = "measureWithoutWorkforce",
                QuotasNotWhole = "quotasNotWhole",
                Circular = "circular",
                NoLimit = "noLimit",
                WillNotPayShare = "willNotPayShare",
                ContractSegment = "contractSegment",
                TooManyScenarios = "tooManyScenarios",
                FileTooLarge = "fileTooLarge",
                FileGrows = "fileGrows",
                FileNotXlsx = "fileNotXlsx",
                FileLocked = "fileLocked",
                FileDamaged = "fileDamaged",
                FileNotOurs = "fileNotOurs",
                CellNotNumber = "cellNotNumber",
                CellError = "cellError",
                CellFormula = "cellFormula",
                CellFormulaEmpty = "cellFormulaEmpty",
                CellMoved = "cellMoved",
                CellOverwritten = "cellOverwritten",
                UnknownVillage = "unknownVillage",
                MoreThanBefore = "moreThanBefore",
                MoreThanEligible = "moreThanEligible",
                Internal = "internal",
            }
        }
        Notice {
            Warning {
                ReliefNewcomers = "reliefNewcomers",
                FundShort = "fundShort",
                WillNotPayAsked = "willNotPayAsked",
                TargetMissed = "targetMissed",
                AboveEligible = "aboveEligible",
                ValueAssumed = "valueAssumed",
                ValueReplaced = "valueReplaced",
                NotStatutory = "notStatutory",
                ValueExtrapolated = "valueExtrapolated",
                FundForbidden = "fundForbidden",
                AgreementEnds = "agreementEnds",
                SegmentAboveEligible = "segmentAboveEligible",
                EarmarkExceeded = "earmarkExceeded",
                RegionUnknown = "regionUnknown",
                RegionLevel = "regionLevel",
                AmountTiny = "amountTiny",
                BaseIsContribution = "baseIsContribution",
                WageLow = "wageLow",
                WageHuge = "wageHuge",
                JkkIsSum = "jkkIsSum",
                HealthRate = "healthRate",
                JkmIsPackage = "jkmIsPackage",
                LawOld = "lawOld",
                CeilingGap = "ceilingGap",
                CeilingElsewhere = "ceilingElsewhere",
                NextNeverUsed = "nextNeverUsed",
                VillageAboveResidents = "villageAboveResidents",
                KelurahanFund = "kelurahanFund",
                RealisedMissing = "realisedMissing",
                Arrears = "arrears",
                ArrearsLapse = "arrearsLapse",
                ForecastShort = "forecastShort",
                RealisedTarget = "realisedTarget",
            }
            Remark {
                ReliefApplied = "reliefApplied",
                ReliefDenied = "reliefDenied",
                ReliefDeniedByNext = "reliefDeniedByNext",
                ReliefOpen = "reliefOpen",
                ReliefChosen = "reliefChosen",
                WaitingTime = "waitingTime",
                Lapses = "lapses",
                FundRule = "fundRule",
                LawAsOf = "lawAsOf",
                FundLimited = "fundLimited",
                FundChosen = "fundChosen",
                ProjectEnds = "projectEnds",
                OneYearOnly = "oneYearOnly",
                PublishedMore = "publishedMore",
                PublishedLess = "publishedLess",
                PublishedWorth = "publishedWorth",
                PublishedWorthHeads = "publishedWorthHeads",
                PublishedWorthMonths = "publishedWorthMonths",
                PublishedWorthRest = "publishedWorthRest",
                PublishedWorthAbout = "publishedWorthAbout",
                BelowLine = "belowLine",
                AboveLine = "aboveLine",
                PaidLater = "paidLater",
                PaidMonthsFew = "paidMonthsFew",
                BilledOther = "billedOther",
            }
            Information {
                FundAllowed = "fundAllowed",
                PublishedEqual = "publishedEqual",
                PublishedRounded = "publishedRounded",
                PublishedCut = "publishedCut",
                OnLine = "onLine",
                ForecastWithin = "forecastWithin",
                RealisedTargetMet = "realisedTargetMet",
            }
        }
        Missing {
            Remark {
                NoWorkforce = "noWorkforce",
                NoOtherMembers = "noOtherMembers",
                NoTarget = "noTarget",
                NoCeiling = "noCeiling",
                NoAccount = "noAccount",
            }
        }
        Unused {
            Remark {
                FundUnused = "fundUnused",
                SegmentEmpty = "segmentEmpty",
                CeilingUnused = "ceilingUnused",
                CountUnused = "countUnused",
                VillageCountUnused = "villageCountUnused",
                VillageCeilingUnused = "villageCeilingUnused",
                BaseUnused = "baseUnused",
                AccountUnused = "accountUnused",
                LawPackUnused = "lawPackUnused",
                OverrideUnused = "overrideUnused",
                AssumptionUnused = "assumptionUnused",
                ReliefUnused = "reliefUnused",
                PermissionUnused = "permissionUnused",
                TargetUnused = "targetUnused",
                SectorUnused = "sectorUnused",
                PublishedUnused = "publishedUnused",
            }
        }
        Reason {
            Warning {
                GoalOutOfReach = "goalOutOfReach",
            }
            Remark {
                WithoutWorkforce = "withoutWorkforce",
                WithoutTarget = "withoutTarget",
                GoalOutsidePlan = "goalOutsidePlan",
                PointNotReached = "pointNotReached",
                Unpriced = "unpriced",
                BeyondLimit = "beyondLimit",
            }
            Information {
                CountsFixed = "countsFixed",
                GoalMet = "goalMet",
                PointAboveLimit = "pointAboveLimit",
                PointMet = "pointMet",
                PointNotBilled = "pointNotBilled",
                NobodyJoins = "nobodyJoins",
                WaitingMixed = "waitingMixed",
            }
        }
        NotCounted {
            Information {
                Administration = "administration",
                Penalties = "penalties",
                Jkp = "jkp",
                Pmi = "pmi",
                Deferral = "deferral",
                Overpayment = "overpayment",
                Benefits = "benefits",
            }
        }
    }
}
