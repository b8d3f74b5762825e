"""The review page of a question: its groups, their answers and quotes, and what a person does with them."""
