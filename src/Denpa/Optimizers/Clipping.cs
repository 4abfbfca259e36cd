namespace Denpa;

/// <summary>Keeping gradients from growing too large.</summary>
public static class ClippingExtensions
{
    /// <summary>Keeps a norm of zero from being divided by, as in PyTorch.</summary>
    private const double SmallestNorm = 1e-6;

    extension(Gradients gradients)
    {
        /// <summary>The Euclidean norm of all these gradients taken as one vector, as a scalar.</summary>
        public Tensor Norm()
        {
            Tensor? sum = null;
            foreach (Tensor gradient in gradients.InOrder())
            {
                Tensor square = (gradient * gradient).Sum();
                sum = sum is null ? square : sum + square.To(sum.DType);
            }

            return sum?.Sqrt() ?? Tensor.Scalar(0);
        }

        /// <summary>
        /// These gradients scaled down by one factor, min(1, maximum / (norm + 1e-6)), where all of them taken as one vector are
        /// longer than the maximum (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013).
        /// </summary>
        /// <param name="maximum">The greatest norm, above 0.</param>
        /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive.</exception>
        public Gradients ClipByNorm(double maximum)
        {
            NumberRange.RequirePositive(maximum, nameof(maximum));
            Tensor factor = (maximum / (gradients.Norm() + SmallestNorm)).Minimum(1);
            return gradients.Select(gradient => gradient * factor.To(gradient.DType));
        }

        /// <summary>These gradients with every element brought into [−maximum, maximum].</summary>
        /// <param name="maximum">The greatest magnitude, above 0.</param>
        /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive.</exception>
        public Gradients ClipByValue(double maximum)
        {
            NumberRange.RequirePositive(maximum, nameof(maximum));
            return gradients.Select(gradient => gradient.Clamp(-maximum, maximum));
        }
    }
}
