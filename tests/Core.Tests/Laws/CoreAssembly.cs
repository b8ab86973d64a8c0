using Mailroom.Core.Mail;
using Mono.Cecil;

namespace Mailroom.Core.Tests.Laws;

/// <summary>The compiled core, read and not run.</summary>
internal static class CoreAssembly
{
    /// <summary>Every type of ours, nested ones and the compiler's included, but for what the regex generator writes.</summary>
    public static IReadOnlyList<TypeDefinition> Types { get; } =
        [.. ModuleDefinition.ReadModule(typeof(Letter).Assembly.Location).GetTypes().Where(t => IsOurs(Outermost(t)))];

    /// <summary>The namespace of a type, that of its outermost type for a nested one.</summary>
    public static string NamespaceOf(TypeReference type) => Outermost(type).Namespace;

    /// <summary>Every type that a type's members name: in signatures, fields, attributes of inheritance, and code.</summary>
    public static IEnumerable<TypeReference> NamedBy(TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        named.AddRange(type.Fields.Select(f => f.FieldType));
        named.AddRange(type.Properties.Select(p => p.PropertyType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(p => p.ParameterType));
            named.AddRange(method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : []);
            named.AddRange(Operands(method).Select(o => o as TypeReference ?? (o as MemberReference)?.DeclaringType));
        }

        return named.OfType<TypeReference>().SelectMany(Parts).Distinct();
    }

    /// <summary>Every method that a type's code calls, as "Namespace.Type::Method".</summary>
    public static IEnumerable<string> CallsOf(TypeDefinition type) =>
        type.Methods.SelectMany(Operands).OfType<MethodReference>().Select(m => $"{m.DeclaringType.GetElementType().FullName}::{m.Name}");

    private static IEnumerable<object> Operands(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(i => i.Operand).OfType<MemberReference>() : [];

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification special => Parts(special.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsOurs(TypeReference type) => type.Namespace.StartsWith("Mailroom.", StringComparison.Ordinal);
}
