using System.Reflection;

namespace Mailroom.LocalHost.Hosting.Functions;

/// <summary>A function: a method with [Function] and a trigger on one of its parameters.</summary>
/// <param name="Name">The name by its attribute.</param>
/// <param name="Method">The method.</param>
/// <param name="Trigger">What starts it.</param>
internal sealed record FunctionMethod(string Name, MethodInfo Method, FunctionTrigger Trigger);
