namespace Denpa.Tables;

/// <summary>The measures of a regression, in the target's units.</summary>
/// <param name="RootMeanSquaredError">The root of the mean squared error.</param>
/// <param name="MeanAbsoluteError">The mean absolute error.</param>
/// <param name="RSquared">The share of the target's variance that the predictions explain.</param>
public sealed record RegressionMetrics(double RootMeanSquaredError, double MeanAbsoluteError, double RSquared);
