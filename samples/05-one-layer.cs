#:project ../src/Denpa/Denpa.csproj

// One layer of several units: all their weighted sums are one product of a row and a matrix.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Tensor x = Tensor.From(1.0, 5, 2, -1);
Tensor w = Tensor.From(new[,] { { 0.1, 0.2, 0.3 }, { 0.2, 0.3, 0.4 }, { 0.3, 0.4, 0.5 }, { 0.4, 0.5, 0.6 } });
Tensor b = Tensor.From(0.1, 0.2, 0.3);

Tensor u = x.MatMul(w) + b;
Tensor z = u.Sigmoid();

// The same layer as the engine has it. Its weight is [out, in]: one row for each unit, our columns.
Linear layer = new(inputs: 4, outputs: 3, new Generator(seed: 0), dtype: DType.Float64);
layer.Weight.Assign(w.Transpose());
layer.Bias!.Assign(b);

Console.WriteLine($"""
    Four inputs, three units. Column j of W holds the weights that lead into unit j, b[j] is its bias.

    x = {x}
    W =
    {w}
    b = {b}

    The total input of every unit, u = x · W + b:
    u = {u}
    The output of every unit, z = sigmoid(u):
    z = {z}

    Unit 0 by hand: 1·0.1 + 5·0.2 + 2·0.3 − 1·0.4 + 0.1 = 1.4.

    The same from the engine's layer, {layer}:
    u = {layer.Forward(x)}
    """);
