import type { Piece } from "../piece";
import type { Suggesting } from "../text/rich-text-props";

export type FormProps<W> = {
  piece: Piece;
  words: W;
  edit: (patch: Partial<W>) => void;
  round: number;
  editable: boolean;
  collect: (collector: () => void) => () => void;
  suggesting?: Suggesting;
};
