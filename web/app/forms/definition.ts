export type {
  Choice,
  Ending,
  Field,
  FieldType,
  FileKind,
  FormDefinition as Definition,
  Jump,
  Rules,
  Theme,
  Wording,
} from "../../../worker/forms/pure/form";
