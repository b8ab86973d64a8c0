namespace Mailroom.LocalHost.Running;

/// <summary>What is to be run.</summary>
/// <param name="Root">The clone's root.</param>
/// <param name="Port">The HTTP port on loopback; 0 for any.</param>
/// <param name="IsDemo">Whether the sample letters are played.</param>
internal sealed record LocalPlan(string Root, int Port, bool IsDemo);
