#:project ../src/Denpa/Denpa.csproj

// The matrix product: every layer of a neural network is one of these.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Tensor a = Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } });
Tensor b = Tensor.From(new double[,] { { 5, 6 }, { 7, 8 } });

Console.WriteLine($"""
    The matrix product a · b: each number is a row of a times a column of b, summed.

    a =
    {a}
    b =
    {b}
    a · b =
    {a.MatMul(b)}

    Its first number, term by term: 1·5 + 2·7 = {a[0, 0] * b[0, 0] + a[0, 1] * b[1, 0]}.

    The point after a number says that it is a float64. Whole numbers (int64) are multiplied too:
    {a.To(DType.Int64).MatMul(b.To(DType.Int64))}

    Order matters. b · a =
    {b.MatMul(a)}

    Element by element, a * b, is another thing. It has no sums:
    {a * b}

    Rows need as many numbers as the columns that they meet. When they do not, Denpa says where:
    """);

try
{
    a.MatMul(Tensor.Ones([3, 2], DType.Float64));
}
catch (ShapeException error)
{
    Console.WriteLine(error.Message);
}
