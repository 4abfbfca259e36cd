#:project ../src/Denpa/Denpa.csproj

// A network of three layers is the same line three times.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

(Tensor W, Tensor B)[] layers =
[
    (Tensor.From(new[,] { { 0.1, 0.3, 0.5 }, { 0.2, 0.4, 0.6 } }), Tensor.From(0.1, 0.2, 0.3)),
    (Tensor.From(new[,] { { 0.1, 0.4 }, { 0.2, 0.5 }, { 0.3, 0.6 } }), Tensor.From(0.1, 0.2)),
    (Tensor.From(new[,] { { 0.1, 0.3 }, { 0.2, 0.4 } }), Tensor.From(1.0, 2)),
];

Tensor z = Tensor.From(1.0, 2);
Console.WriteLine($"""
    2 inputs, hidden layers of 3 and 2 units with ReLU, 2 outputs. Each layer computes
    its total input u = z · W + b from the layer before, and its output z = max(u, 0).

    x  = {z}

    """);

for (int i = 0; i < layers.Length; i++)
{
    (Tensor w, Tensor b) = layers[i];
    bool isLast = i == layers.Length - 1;
    Tensor u = z.MatMul(w) + b;
    z = isLast ? u : u.Relu();
    Console.WriteLine($"""
        layer {i + 1}: {w.Shape[0]} → {w.Shape[1]}, {(isLast ? "identity" : "ReLU")}
        W  =
        {w}
        b  = {b}
        u  = {u}
        {(isLast ? "y " : "z ")} = {z}

        """);
}

Console.WriteLine("""
    The last layer ends in the identity: a regression may have any number as its answer, also a
    negative one. Without the ReLUs in between, the three layers would be one: a product of
    matrices is a matrix. Here all sums are positive, so ReLU lets every one of them through.
    """);
