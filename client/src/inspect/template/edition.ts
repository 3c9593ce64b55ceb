/** The docker CLIs whose answers are known, and their types. */
import { namedTypes, structs } from './container-types.ts';
import { type Field, type GoType } from './go-value.ts';

export interface Edition {
  /** The version of docker. */
  readonly version: string;
  /** The minor version of the Go that it was built with. */
  readonly go: number;
  readonly root: GoType;
  /** The newest version of the API that it speaks: engines tell older ones more, or less. */
  readonly api: string;
}

const kinds: Readonly<Record<string, GoType['kind']>> = {
  ...{ string: 'string', bool: 'bool', int: 'int', int64: 'int', uint: 'uint', uint16: 'uint', uint32: 'uint', uint64: 'uint' },
  ...{ Time: 'time', absent: 'absent', Addr: 'opaque', HardwareAddr: 'opaque', NetPort: 'opaque' },
};

const fieldPattern = /^(?<plus>\+?)(?<name>\*?\w+)(?::(?<type>[^?=@\s]+))?(?<omit>\?)?(?:=(?<key>[\w.]+))?(?:@(?<only>[\d,]+))?$/;

class Types {
  readonly #version: string;
  readonly #known = new Map<string, GoType>();

  constructor(version: string) {
    this.#version = version;
  }

  type(name: string): GoType {
    const known = this.#known.get(name) ?? this.#make(name);
    this.#known.set(name, known);
    return known;
  }

  #make(name: string): GoType {
    const kind = kinds[name];
    if (kind !== undefined) {
      return { kind, name } as GoType;
    }
    const named = namedTypes[name];
    if (named !== undefined) {
      return { ...this.type(named), name };
    }
    const fields = structs[`${name}@${this.#version}`] ?? structs[name];
    if (fields !== undefined) {
      return { kind: 'struct', name, fields: fields.split(/\s+/).flatMap((word) => this.#field(word)) };
    }
    if (name.startsWith('*')) {
      return { kind: 'pointer', name, element: this.type(name.slice(1)) };
    }
    const [, length, element = ''] = /^\[(\d*)\](.*)$/.exec(name) ?? [];
    if (length !== undefined) {
      return { kind: 'list', name, literal: name, element: this.type(element), ...(length !== '' && { length: Number(length) }) };
    }
    const [, key = '', value = ''] = /^map\[(\w+)\](.*)$/.exec(name) ?? [];
    return { kind: 'map', name, literal: name, key: this.type(key), element: this.type(value) };
  }

  #field(word: string): readonly Field[] {
    const { plus, name = '', type = 'string', omit, key, only = this.#version } = fieldPattern.exec(word)?.groups ?? {};
    if (name === '' || !only.split(',').includes(this.#version)) {
      return [];
    }
    const plain = name.replace('*', '');
    const embedded = plus === '+';
    return [{ name: plain, key: key ?? plain, type: this.type(embedded ? name : type), omitEmpty: omit !== undefined, embedded }];
  }
}

/** The oldest that is still met, and the newest whose answers were compared with these. */
export const editions: readonly Edition[] = [
  { version: '20.10', go: 19, root: new Types('20').type('ContainerJSON'), api: '1.41' },
  { version: '28', go: 24, root: new Types('28').type('ContainerJSON'), api: '1.50' },
  { version: '29', go: 26, root: new Types('29').type('ContainerJSON'), api: '1.52' },
];
