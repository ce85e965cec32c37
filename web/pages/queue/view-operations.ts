import { graphql } from "../../graphql/graphql.ts";

export const SaveView = graphql(`
  mutation saveView($input: SaveViewInput!) {
    result: saveView(input: $input) {
      __typename
      ... on ViewSaved {
        view {
          id
        }
      }
      ... on ViewRefused {
        message
      }
    }
  }
`);

export const ChangeView = graphql(`
  mutation changeView($input: ChangeViewInput!) {
    result: changeView(input: $input) {
      __typename
      ... on ViewSaved {
        view {
          id
          name
          address
          shared
        }
      }
      ... on ViewRefused {
        message
      }
    }
  }
`);

export const DeleteView = graphql(`
  mutation deleteView($input: DeleteViewInput!) {
    result: deleteView(input: $input) {
      __typename
      ... on ViewDeleted {
        id
      }
      ... on ViewRefused {
        message
      }
    }
  }
`);

export const ArrangeViews = graphql(`
  mutation arrangeViews($input: ArrangeViewsInput!) {
    result: arrangeViews(input: $input) {
      __typename
      home
      places
    }
  }
`);
