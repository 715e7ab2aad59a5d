// What the hash's library asks of the language and browsers from before 2021 do not have.
const known = Object as unknown as { hasOwn?: (value: object, name: PropertyKey) => boolean };
known.hasOwn = known.hasOwn || ((value, name) => Object.prototype.hasOwnProperty.call(value, name));
