// From the answers of the engine, numbers with a text behind them, to objects: every shape, its fields in the order in
// which the engine writes them (`pkg/src/output.rs`).

// A mark of the order of bytes is a letter like any other.
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });
let numbers, at, text, from;

// ───────────────────────────── values ─────────────────────────────

/** Nothing is NaN, which is not itself. */
const number = () => {
  const value = numbers[at++];
  return Number.isNaN(value) ? null : value;
};

const word = () => {
  const letters = number();
  if (letters === null) return null;
  from += letters;
  return text.slice(from - letters, from);
};

const list = (of) => () => {
  const length = number();
  if (length === null) return null;
  const items = [];
  for (let index = 0; index < length; index++) items.push(of());
  return items;
};

const object = (fields) => () => (number() === null ? null : fields());

const words = object(() => ({ id: word(), en: word() }));

/** Names and values of several kinds, as sentences are filled with. */
const KINDS = [number, word, words];
const map = () => {
  const entries = {};
  for (let left = number(); left > 0; left--) entries[word()] = KINDS[number()]();
  return entries;
};

const numbersOf = list(number);
const wordsOf = list(word);

// ───────────────────────────── what is wrong or must be said ─────────────────────────────

const saying = object(() => ({ code: word(), path: word(), params: map() }));
const told = list(saying);

// ───────────────────────────── the projection ─────────────────────────────

const ofProgrammes = list(object(() => ({ programme: word(), rupiah: number() })));
const ofAccounts = list(object(() => ({ code: word(), description: word(), rupiah: number() })));

const ofSegments = list(
  object(() => ({
    segment: word(),
    rupiah: number(),
    heads: number(),
    billedMonths: number(),
    personMonths: number(),
    proposed: number(),
    joined: number(),
    left: list(object(() => ({ cause: word(), people: number() })))(),
    leftOut: number(),
    programmes: ofProgrammes(),
    funds: shares(),
  })),
);
const shares = list(object(() => ({ fund: word(), rupiah: number() })));

const ofFunds = list(object(() => ({ fund: word(), rupiah: number(), programmes: ofProgrammes() })));
const fundsOfYear = list(
  object(() => ({
    fund: word(),
    rupiah: number(),
    programmes: ofProgrammes(),
    ceilingRupiah: number(),
    leftRupiah: number(),
    shortRupiah: number(),
    endsIn: word(),
    committedRupiah: number(),
    beforeRupiah: number(),
  })),
);

const coverage = object(() => ({
  month: word(),
  members: number(),
  eligible: number(),
  percent: number(),
  roundedPercent: number(),
  targetPercent: number(),
  targetMembers: number(),
  gap: number(),
  gapToAll: number(),
  scope: word(),
}));
const rivals = list(
  object(() => ({
    name: word(),
    denominator: word(),
    eligible: number(),
    percent: number(),
    roundedPercent: number(),
    scope: word(),
  })),
);
const classes = list(
  object(() => ({ class: word(), members: number(), eligible: number(), percent: number(), roundedPercent: number() })),
);

const burden = object(() => ({
  shares: list(object(() => ({ name: word(), rupiah: number(), percent: number() })))(),
  perResidentRupiah: number(),
  perMemberRupiah: number(),
}));

const years = list(
  object(() => ({
    year: number(),
    months: number(),
    rupiah: number(),
    budgetRupiah: number(),
    personMonths: number(),
    segments: ofSegments(),
    programmes: ofProgrammes(),
    funds: fundsOfYear(),
    accounts: ofAccounts(),
    coverage: coverage(),
    rivals: rivals(),
    classes: classes(),
    unpaidRupiah: number(),
    burden: burden(),
  })),
);

const total = object(() => ({
  rupiah: number(),
  budgetRupiah: number(),
  personMonths: number(),
  segments: ofSegments(),
  programmes: ofProgrammes(),
  funds: ofFunds(),
  accounts: ofAccounts(),
}));

const crossings = list(
  object(() => ({
    target: word(),
    percent: number(),
    month: word(),
    scope: word(),
    years: list(object(() => ({ year: number(), percent: number(), members: number(), gap: number() })))(),
  })),
);

const monthly = object(() => ({
  rupiah: numbersOf(),
  heads: numbersOf(),
  segments: list(object(() => ({ segment: word(), heads: numbersOf(), rupiah: numbersOf() })))(),
  programmes: list(object(() => ({ programme: word(), rupiah: numbersOf() })))(),
  funds: list(object(() => ({ fund: word(), rupiah: numbersOf() })))(),
  coverage: object(() => ({
    members: numbersOf(),
    eligible: numbersOf(),
    percent: numbersOf(),
    targetPercent: numbersOf(),
    scope: wordsOf(),
  }))(),
}));

const published = list(
  object(() => ({
    name: word(),
    year: number(),
    segment: word(),
    rupiah: number(),
    unitRupiah: number(),
    computedRupiah: number(),
    roundedRupiah: number(),
    cutRupiah: number(),
    verdict: word(),
    differenceRupiah: number(),
    personMonths: number(),
    worth: object(() => ({
      priceRupiah: number(),
      personMonths: number(),
      restRupiah: number(),
      heads: number(),
      months: number(),
    }))(),
  })),
);

const parameters = list(
  object(() => ({
    key: word(),
    from: word(),
    to: word(),
    value: number(),
    rows: list(object(() => ({ fromRupiah: number(), value: number() })))(),
    unit: word(),
    status: word(),
    instrument: word(),
    article: word(),
    title: words(),
  })),
);

const region = object(() => {
  const named = { name: word(), level: word(), code: word() };
  const population = number();
  return population === null ? named : { ...named, population };
});

const project = object(() => ({
  schema: number(),
  engine: word(),
  law: word(),
  lawDate: word(),
  region: region(),
  months: wordsOf(),
  years: years(),
  total: total(),
  crossings: crossings(),
  monthly: monthly(),
  published: published(),
  parameters: parameters(),
  notices: told(),
  missing: told(),
  unused: told(),
  notCounted: told(),
  grounds: list(object(() => ({ quality: word(), rupiah: number() })))(),
  input: word(),
}));

// ───────────────────────────── the other answers ─────────────────────────────

const figure = () => ({
  rule: word(),
  value: number(),
  unit: word(),
  params: map(),
  parameter: word(),
  input: word(),
  parts: figures(),
});
const figures = list(object(figure));
const explain = object(() => ({
  ...figure(),
  weak: list(object(() => ({ path: word(), quality: word() })))(),
}));

const blocked = object(() => ({ fund: word(), year: number(), ceilingRupiah: number(), rupiah: number() }));
const outlook = (value) => object(() => ({ value: object(value)(), reason: saying() }));
const reach = object(() => ({
  schema: number(),
  people: number(),
  personMonths: number(),
  rupiah: number(),
  segments: list(
    object(() => ({
      segment: word(),
      people: number(),
      personMonths: number(),
      eligible: number(),
      planned: number(),
      leftOut: number(),
      limit: word(),
      blocked: blocked(),
    })),
  )(),
  funds: list(
    object(() => ({
      fund: word(),
      year: number(),
      ceilingRupiah: number(),
      rupiah: number(),
      leftRupiah: number(),
    })),
  )(),
  time: list(
    object(() => ({
      fund: word(),
      year: number(),
      fullMonths: number(),
      endsIn: word(),
      people: number(),
      personMonths: number(),
      leftRupiah: number(),
    })),
  )(),
  splits: list(
    object(() => ({
      order: wordsOf(),
      people: number(),
      personMonths: number(),
      rupiah: number(),
      segments: list(object(() => ({ segment: word(), people: number(), leftOut: number() })))(),
    })),
  )(),
  onePoint: outlook(() => ({
    year: number(),
    people: number(),
    personMonths: number(),
    rupiah: number(),
    segments: list(object(() => ({ segment: word(), personMonths: number(), rupiah: number(), room: number() })))(),
  }))(),
  waiting: outlook(() => ({
    personMonths: number(),
    movedRupiah: number(),
    peakRupiah: number(),
    laterPeakRupiah: number(),
  }))(),
  latestStart: outlook(() => ({ month: word(), people: number(), mostInOneMonth: number() }))(),
}));

const compare = object(() => ({
  schema: number(),
  scenarios: list(
    object(() => ({
      name: word(),
      rupiah: number(),
      budgetRupiah: number(),
      personMonths: number(),
      coverage: coverage(),
    })),
  )(),
  differences: list(
    object(() => ({
      rupiah: number(),
      budgetRupiah: number(),
      personMonths: number(),
      members: number(),
      points: number(),
      factors: list(object(() => ({ factors: wordsOf(), rupiah: number(), budgetRupiah: number() })))(),
    })),
  )(),
}));

const version = object(() => ({ engine: word(), law: word() }));

const SHAPES = { check: told, compare, explain, project, reach, version };

/** The object of an answer; of a refused input its problems instead. */
export function shaped(name, answer) {
  const begin = answer[0];
  text = decoder.decode(new Uint8Array(answer.buffer, answer.byteOffset + 8 * (begin + 1), answer[begin]));
  [numbers, at, from] = [answer, 1, 0];
  const value = SHAPES[name]();
  const shaped = value === null ? { problems: told() } : { value };
  numbers = text = null; // an answer is let go of with its objects
  return shaped;
}
