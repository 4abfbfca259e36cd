/// What F# sees of a tensor: its operators and ops are members of its own.
module Denpa.FSharp.Tests.TensorTests

open System
open Denpa
open Xunit

let private vector (elements: float array) = Tensor.From(ReadOnlySpan elements)

[<Fact>]
let ``Tensors add, and take numbers beside them`` () =
    let a, b = vector [| 1.0; 2.0 |], vector [| 10.0; 20.0 |]
    Assert.Equal<float array>([| 11.0; 22.0 |], (a + b).ToArray())
    Assert.Equal<float array>([| 3.0; 5.0 |], (2.0 * a + 1.0).ToArray())
    Assert.Equal<float array>([| 0.1; 0.1 |], (-a / -b).ToArray())

[<Fact>]
let ``A tensor has its ops as methods`` () =
    Assert.Equal<float array>([| 0.0; 3.0 |], (vector [| -2.0; 3.0 |]).Relu().ToArray())
    Assert.Equal<float array>([| 5.0; 1.0 |], Tensor.Concatenate(ReadOnlySpan [| vector [| 5.0 |]; vector [| 1.0 |] |]).ToArray())

[<Fact>]
let ``A function of tensors is differentiated`` () =
    let x = (vector [| 3.0; -4.0 |]).Watch "x"
    let gradients = (x * x).Sum().Backward()
    Assert.Equal<float array>([| 6.0; -8.0 |], gradients[x].ToArray())
    Assert.Equal(10.0, gradients.Norm().Item())
