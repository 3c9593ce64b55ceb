/** Looks up the name behind a dot: a method, a field of a struct, or a key of a map. */
import { methods } from './container-types.ts';
import { bool, type GoType, type GoValue, indirect, int, type Maybe, type StructType, type StructValue, text } from './go-value.ts';
import { ownText } from './print.ts';
import { mistake, unknown } from './template-error.ts';

/** In a struct or in those that are embedded in it, the outer ones first. */
export function fieldOf({ type, values }: StructValue, name: string): GoValue | undefined {
  const own = type.fields.findIndex((field) => field.name === name);
  if (own >= 0) {
    return values[own];
  }
  for (const [index, field] of type.fields.entries()) {
    const inner = field.embedded ? indirect(values[index]) : undefined;
    const found = inner?.kind === 'struct' ? fieldOf(inner, name) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function hasField(type: StructType, name: string): boolean {
  return type.fields.some((field) => {
    const inner = field.type.kind === 'pointer' ? field.type.element : field.type;
    return field.name === name || (field.embedded && inner.kind === 'struct' && hasField(inner, name));
  });
}

/** `80/tcp`, taken apart. */
function portMethod(port: string, name: string): GoValue {
  const [number = '', protocol = ''] = port.split('/');
  switch (name) {
    case 'Port':
      return text(number);
    case 'Proto':
      return text(number === '' ? '' : protocol === '' ? 'tcp' : protocol);
    case 'Int':
      return int(/^\d+$/.test(number) && Number(number) < 65536 ? Number(number) : 0);
    default:
      return unknown(`The method ${name} is not evaluated here`);
  }
}

/** Of what shows itself as a text: an address, a port. */
function opaqueMethod(value: GoValue & { readonly kind: 'opaque' }, name: string): GoValue {
  const [number = '', protocol = ''] = value.text.split('/');
  switch (`${value.type.name}.${name}`) {
    case 'NetPort.Port':
      return text(number);
    case 'NetPort.Proto':
      return text(protocol);
    case 'NetPort.Num':
      return { kind: 'uint', type: { kind: 'uint', name: 'uint16' }, number: Number(number) };
    case 'Addr.IsValid':
      return bool(value.text !== '');
    case 'Addr.String':
    case 'HardwareAddr.String':
    case 'NetPort.String':
      return text(ownText(value) ?? '');
    default:
      return unknown(`The method ${name} is not evaluated here`);
  }
}

function method(value: GoValue, type: GoType, name: string, hasArguments: boolean): GoValue | undefined {
  if (type.kind === 'time' && /^\p{Lu}/u.test(name)) {
    return unknown('The methods of a time are not evaluated here');
  }
  if (!Object.hasOwn(methods, type.name) || methods[type.name]?.split(/\s+/).includes(name) !== true) {
    return undefined;
  }
  if (value.kind === 'opaque' && !hasArguments) {
    return opaqueMethod(value, name);
  }
  return type.name === 'Port' && value.kind === 'string' && !hasArguments ? portMethod(value.text, name) : unknown(`The method ${name} is not evaluated here`);
}

/** `missingKeys`: what the CLI does in its second try, without types. */
export function field(receiver: Maybe, name: string, hasArguments: boolean, missingKeys: 'nothing' | 'mistake'): Maybe {
  if (receiver === undefined) {
    return missingKeys === 'mistake' ? mistake(`There is nothing that could have ${name}`) : undefined;
  }
  const value = indirect(receiver) ?? receiver;
  const called = method(value, value.type.kind === 'pointer' ? value.type.element : value.type, name, hasArguments);
  if (called !== undefined) {
    return called;
  }
  switch (value.kind) {
    case 'lost':
      return unknown(value.reason);
    case 'struct': {
      const found = fieldOf(value, name);
      return found === undefined ? mistake(`There is no field ${name} in ${value.type.name}`) : hasArguments ? mistake(`${name} is no function`) : found;
    }
    case 'map': {
      if (value.type.key.name !== 'string') {
        return mistake(`${name} is no key of type ${value.type.key.name}`);
      }
      const found = value.entries?.get(name);
      if (hasArguments) {
        return mistake(`${name} is no function`);
      }
      return found === undefined && missingKeys === 'mistake' ? mistake(`There is no ${name}`) : found;
    }
    case 'pointer':
    case 'interface': {
      const known = value.type.kind !== 'pointer' || value.type.element.kind !== 'struct' || hasField(value.type.element, name);
      return mistake(known ? `${name} cannot be looked up: the value is missing` : `There is no field ${name}`);
    }
    default:
      return mistake(`${value.type.name} has no field ${name}`);
  }
}
