#:project ../src/Denpa/Denpa.csproj

// Losses: one number that says how wrong a network is, and whose derivative says what to change.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Tensor y = Tensor.From(new[,] { { 0.7, 0.2, 0.1 } });
Tensor t = Tensor.From(new[,] { { 1.0, 0, 0 } });
Console.WriteLine($"""
    1. Half squared error, ½·(y − t)². The half cancels the 2 of the derivative, which is y − t.
       y = {y}, t = {t}
       each  {new HalfSquaredError(LossReduction.None).Forward(y, t)}
       sum   {new HalfSquaredError(LossReduction.Sum).Forward(y, t).Item():F4}
       mean  {new HalfSquaredError().Forward(y, t).Item():F4}

    """);

Tensor truth = Tensor.From(1.0, 2, 3, 4);
Console.WriteLine($"""
    2. Why errors are squared. Targets {truth}, and two networks' answers:
    """);
foreach ((string name, Tensor answer) in new[] { ("good", Tensor.From(1.1, 1.9, 3.1, 4.0)), ("bad", Tensor.From(4.0, 3, 2, 1)) })
{
    Console.WriteLine(
        $"   {name,-4} {answer,-17}  Σ errors {(answer - truth).Sum().Item(),4:0.0;−0.0;0.0}   " +
        $"Σ |errors| {new AbsoluteError(LossReduction.Sum).Forward(answer, truth).Item(),4:F1}   " +
        $"Σ errors² {new MeanSquaredError(LossReduction.Sum).Forward(answer, truth).Item(),5:F2}");
}

Tensor logits = Tensor.From(new[,] { { 2.0, 1, 0.1 }, { 0.5, 2.5, 0 }, { 1, 0, 3 } });
Tensor classes = Tensor.From<long>(0, 1, 1);
SoftmaxCrossEntropy crossEntropy = new();
Console.WriteLine($"""
       The raw errors of the bad one sum to zero: +3 and −3 cancel. Squares cannot, and they count a
       large error more than many small ones.

    3. Cross-entropy, −log of the probability given to the right class. Denpa takes logits, the
       numbers before the softmax:
    {logits}
       their softmax:
    {logits.Softmax()}
       targets by index    {classes}: loss {crossEntropy.Forward(logits, classes).Item():F12}
       targets by one-hot  loss {crossEntropy.Forward(logits, classes.OneHot(3, DType.Float64)).Item():F12}
       They agree: a one-hot row picks one logarithm, the index says which.

    """);

Tensor sure = Tensor.From(new[,] { { 1000.0, 0, -1000 } }).Watch("logits");
Tensor last = Tensor.From<long>(2);
Tensor loss = crossEntropy.Forward(sure, last);
Console.WriteLine($"""
    4. A probability of 0. Logits {sure}, and class 2 is right.
       softmax            {sure.Softmax()}
       −log p₂            {-Math.Log(sure.Softmax()[0, 2])}
       from the logits    {loss.Item()}, with the gradient {loss.Backward()[sure]}
       The logarithm of a rounded 0 is infinite, and so is every update after it. From the logits,
       log Σe^x − x₂ is exact, and its gradient still points the way.
       Two classes: logit −1000, target 1: loss {new BinaryCrossEntropy().Forward(Tensor.From(-1000.0), Tensor.From(1.0)).Item()}.

    5. The output layer and its loss go together:

       task                 output layer   loss                   derivative by the logit
       {Pair("a number", "identity", new HalfSquaredError(LossReduction.Sum), x => x)}
       {Pair("one of two", "sigmoid", new BinaryCrossEntropy(LossReduction.Sum), x => x.Sigmoid())}
       {Pair("one of many", "softmax", new SoftmaxCrossEntropy(LossReduction.Sum), x => x.Softmax())}

       In each pair the slope of the output layer cancels, and output − target is left: the wronger,
       the faster it learns. A sigmoid with the squared error, logit −10 and target 1:
    """);

Tensor x = Tensor.From(-10.0).Watch("x"), one = Tensor.From(1.0);
Tensor squared = new HalfSquaredError().Forward(x.Sigmoid(), one), entropy = new BinaryCrossEntropy().Forward(x, one);
Console.WriteLine($"   half squared error    derivative {squared.Backward()[x].Item():F8}: as wrong as can be, and it hardly learns");
Console.WriteLine($"   binary cross-entropy  derivative {entropy.Backward()[x].Item():F8}");

// One row of the table: does the graph's derivative equal output − target?
static string Pair(string task, string outputLayer, Loss loss, Func<Tensor, Tensor> activate)
{
    Tensor logits = Tensor.From(new[,] { { 0.5, -1.5, 2 } }).Watch("logits");
    Tensor target = Tensor.From(new[,] { { 0.0, 0, 1 } });
    Tensor difference = loss.Forward(logits, target).Backward()[logits] - (activate(logits) - target);
    string verdict = difference.Abs().Max().Item() < 1e-15 ? "output − target" : "something else";
    return $"{task,-20} {outputLayer,-14} {loss.Name,-22} {verdict}";
}
