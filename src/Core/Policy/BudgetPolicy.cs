namespace Mailroom.Core.Policy;

/// <summary>How much automatic mail may leave.</summary>
/// <param name="PerSenderPerHour">Acknowledgements to one address within an hour.</param>
/// <param name="PerSenderPerDay">Acknowledgements to one address within 24 hours.</param>
public sealed record BudgetPolicy(int PerSenderPerHour, int PerSenderPerDay);
