/** The functions `eq`, `ne`, `lt`, `le`, `gt` and `ge`. */
import { compareTexts, type GoValue, inside, isNil, type Maybe } from './go-value.ts';
import { mistake, unknown } from './template-error.ts';

type Kind = 'bool' | 'int' | 'uint' | 'float' | 'string' | 'other';

function kindOf(value: Maybe): Kind {
  switch (value?.kind) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'string':
      return value.kind;
    case 'lost':
      return unknown(value.reason);
    default:
      return 'other';
  }
}

function isWhole(kind: Kind): boolean {
  return kind === 'int' || kind === 'uint';
}

function scalarOf(value: GoValue): string | number | boolean {
  return value.kind === 'string' ? value.text : value.kind === 'bool' ? value.truth : 'number' in value ? value.number : unknown('These values are not compared here');
}

/** Lists, maps, objects, pointers and nothing. */
function equalOthers(left: Maybe, right: Maybe): boolean {
  if (left !== undefined && right !== undefined && left.kind !== right.kind) {
    return incompatible();
  }
  if (isNil(left) || isNil(right)) {
    return isNil(left) && isNil(right);
  }
  if (left?.kind === 'pointer' && right?.kind === 'pointer') {
    return left.to === right.to;
  }
  return left?.kind === 'map' || (left?.kind === 'list' && left.type.length === undefined) ? mistake('Lists and maps cannot be compared') : unknown('Values that have parts are not compared here');
}

export function equal(values: readonly Maybe[]): boolean {
  const [left, ...others] = values.map(inside);
  if (others.length === 0) {
    return mistake('There is nothing to compare with');
  }
  const kind = kindOf(left);
  return others.some((right) => {
    const other = kindOf(right);
    if (left !== undefined && right !== undefined && kind !== 'other' && (kind === other || (isWhole(kind) && isWhole(other)))) {
      return scalarOf(left) === scalarOf(right);
    }
    if (kind !== other) {
      // Nothing differs from every value, and comparing it is no mistake.
      return left === undefined || right === undefined ? false : incompatible();
    }
    return equalOthers(left, right);
  });
}

function incompatible(): never {
  return mistake('Values of different kinds cannot be compared');
}

export function less(values: readonly Maybe[]): boolean {
  const [left, right] = values.map(inside);
  const [kind, other] = [kindOf(left), kindOf(right)];
  if (left === undefined || right === undefined || kind === 'other' || other === 'other') {
    return mistake('Only texts and numbers have an order');
  }
  if (kind !== other && !(isWhole(kind) && isWhole(other))) {
    return incompatible();
  }
  if (left.kind === 'string' && right.kind === 'string') {
    return compareTexts(left.text, right.text) < 0;
  }
  return 'number' in left && 'number' in right ? left.number < right.number : mistake('Only texts and numbers have an order');
}
