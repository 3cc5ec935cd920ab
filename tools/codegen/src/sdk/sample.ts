/** Creates plausible values for types of the SDK, from their syntax, for examples. */
import {
  type InterfaceDeclaration,
  type PropertySignature,
  SyntaxKind,
  type TypeNode,
} from 'ts-morph';

/** Finds the interface or the aliased type of a name in the declarations. */
export type Lookup = (name: string) => InterfaceDeclaration | TypeNode | undefined;

/** Strings for properties, which are more helpful than `example`. */
const STRINGS: Readonly<Record<string, string>> = {
  content: 'Hello',
  model: 'claude-opus-5-5',
  previous_message_id: 'msg_01',
  skill_id: 'pptx',
  text: 'Hello',
  tool_use_id: 'toolu_01',
  url: 'https://mcp.example.com',
};
const NUMBERS: Readonly<Record<string, number>> = {
  display_height_px: 800,
  display_width_px: 1280,
  max_tokens: 1024,
  total: 50_000,
};

/** No type of the SDK needs more levels. A type that contains itself ends here. */
const MAX_DEPTH = 5;

/** Fills in the required properties of an interface, literals first. */
export function sampleFields(
  declaration: InterfaceDeclaration,
  lookup: Lookup,
  depth = 0,
): Record<string, unknown> {
  if (depth > MAX_DEPTH) return {};
  const required = declaration.getProperties().filter((property) => !property.hasQuestionToken());
  const [telling, others] = [true, false].map((is) =>
    required.filter((property) => isLiteral(property) === is),
  );
  return fillProperties([...(telling ?? []), ...(others ?? [])], lookup, depth);
}

/** Like sampleFields, but an interface without required properties gets its first property. */
export function sampleObject(
  declaration: InterfaceDeclaration,
  lookup: Lookup,
): Record<string, unknown> {
  const properties = declaration.getProperties();
  return properties.every((property) => property.hasQuestionToken())
    ? fillProperties(properties.slice(0, 1), lookup, 0)
    : sampleFields(declaration, lookup);
}

function fillProperties(
  properties: readonly PropertySignature[],
  lookup: Lookup,
  depth: number,
): Record<string, unknown> {
  return Object.fromEntries(
    properties.map((property) => [property.getName(), sampleProperty(property, lookup, depth)]),
  );
}

function isLiteral(property: PropertySignature): boolean {
  const type = property.getTypeNode();
  return type !== undefined && chooseMember(type).isKind(SyntaxKind.LiteralType);
}

function sampleProperty(property: PropertySignature, lookup: Lookup, depth: number): unknown {
  return sampleType(property.getTypeNode(), property.getName(), lookup, depth);
}

function sampleType(
  node: TypeNode | undefined,
  name: string,
  lookup: Lookup,
  depth: number,
): unknown {
  const type = node && chooseMember(node);
  switch (type?.getKind()) {
    case SyntaxKind.StringKeyword:
      return STRINGS[name] ?? 'example';
    case SyntaxKind.NumberKeyword:
      return NUMBERS[name] ?? 1;
    case SyntaxKind.BooleanKeyword:
      return true;
    case SyntaxKind.LiteralType: {
      const value = type.asKindOrThrow(SyntaxKind.LiteralType).getLiteral();
      return (
        value.asKind(SyntaxKind.StringLiteral)?.getLiteralValue() ?? value.getText() === 'true'
      );
    }
    case SyntaxKind.ArrayType:
      return [
        sampleType(
          type.asKindOrThrow(SyntaxKind.ArrayType).getElementTypeNode(),
          name,
          lookup,
          depth,
        ),
      ];
    case SyntaxKind.TypeReference: {
      const reference = type.asKindOrThrow(SyntaxKind.TypeReference);
      const called = reference.getTypeName().getText();
      if (called === 'Array')
        return [sampleType(reference.getTypeArguments()[0], name, lookup, depth)];
      const found = lookup(called);
      const declaration = found?.asKind(SyntaxKind.InterfaceDeclaration);
      if (declaration) return sampleFields(declaration, lookup, depth + 1);
      // For types of other modules, only the name of the property is known.
      return found
        ? sampleType(found as TypeNode, name, lookup, depth)
        : (STRINGS[name] ?? createObject(name));
    }
    default:
      return createObject(name);
  }
}

/** Chooses the simplest member of a union. */
function chooseMember(node: TypeNode): TypeNode {
  const members = node.asKind(SyntaxKind.UnionType)?.getTypeNodes() ?? [node];
  const scalars = [SyntaxKind.LiteralType, SyntaxKind.StringKeyword];
  return (members.find(
    (member) => scalars.includes(member.getKind()) && member.getText() !== 'null',
  ) ?? members[0]) as TypeNode;
}

/** Creates an object for a type with arbitrary keys. */
function createObject(name: string): Record<string, unknown> {
  return name.endsWith('schema') ? { type: 'object' } : {};
}
