#:project ../src/Denpa/Denpa.csproj

// Forward propagation: numbers go in, pass through weights and a squashing function, layer by layer, and come out.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Tensor input = Tensor.From(0.8, 0.2, 0.7);
Tensor w1 = Tensor.From(new[,] { { 0.8, 0.2, 0.3 }, { 0.3, 0.5, 0.1 }, { 0.2, 0.4, 0.5 } });
Tensor w2 = Tensor.From(new[,] { { 0.1, 0.3, 0.5 }, { 0.2, 0.9, 0.5 }, { 0.5, 0.3, 0.1 } });

// The weights act from the left, as in a textbook: row i of W₁ holds the weights that lead into hidden unit i.
Tensor hiddenIn = w1.MatMul(input);
Tensor hiddenOut = hiddenIn.Sigmoid();
Tensor outputIn = w2.MatMul(hiddenOut);
Tensor outputOut = outputIn.Sigmoid();

Console.WriteLine($"""
    Three layers of three units: input, hidden, output. Sigmoid after each product, no bias.

    W₁, input to hidden:
    {w1}
    W₂, hidden to output:
    {w2}

    input                        {input}
    hidden in   = W₁ · input     {hiddenIn}
    hidden out  = σ(hidden in)   {hiddenOut}
    output in   = W₂ · hidden    {outputIn}
    output out  = σ(output in)   {outputOut}

    The first hidden unit, by hand: 0.8·0.8 + 0.2·0.2 + 0.3·0.7 = 0.89, and σ(0.89) = 0.70889017.

    Many samples at once are the rows of one matrix. Then the weights stand on the right, transposed,
    and one product serves all rows. Two samples, the one above and its reverse:
    {Forward(Tensor.From(new[,] { { 0.8, 0.2, 0.7 }, { 0.7, 0.2, 0.8 } }))}
    """);

Tensor Forward(Tensor rows) => rows.MatMul(w1, transposeRight: true).Sigmoid().MatMul(w2, transposeRight: true).Sigmoid();
