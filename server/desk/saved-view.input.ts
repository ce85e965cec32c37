import { Field, ID, InputType } from "type-graphql";
import { CaseFilterInput } from "../cases/case-filter.input.ts";
import { Uuid } from "../graphql/scalars.ts";

@InputType("ViewInput", { description: "A name for an address of the queue." })
export class ViewInput {
  @Field(() => String, { description: "1 to 60 characters; one of its owner's has it only once." })
  name!: string;

  @Field(() => String, {
    description: "What stands in the console's address after the question mark; at most 1,000 characters.",
  })
  address!: string;

  @Field(() => CaseFilterInput, { description: "What the address asks, for counting. `mine` is whoever looks at it." })
  filter!: CaseFilterInput;

  @Field(() => Boolean, { description: "True: everybody of the desk sees it." })
  shared!: boolean;
}

@InputType("SaveViewInput")
export class SaveViewInput extends ViewInput {
  @Field(() => Uuid, { description: "Made once per intention. The same key gives the view that it made." })
  idempotencyKey!: string;
}

@InputType("ChangeViewInput")
export class ChangeViewInput extends ViewInput {
  @Field(() => ID)
  id!: string;
}

@InputType("DeleteViewInput")
export class DeleteViewInput {
  @Field(() => ID)
  id!: string;
}

@InputType("ArrangeViewsInput")
export class ArrangeViewsInput {
  @Field(() => String, {
    nullable: true,
    description: "The view on which the viewer's queue opens; null: the desk's choice for the role.",
  })
  home!: string | null;

  @Field(() => [String], { description: "Views by id and built-in ones by name, in the viewer's order; at most 150." })
  places!: string[];
}
