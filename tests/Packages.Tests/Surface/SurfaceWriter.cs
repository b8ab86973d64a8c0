using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mailroom.Packages.Tests.Surface;

/// <summary>Writes what an assembly offers to others as text, a line for each member.</summary>
internal static class SurfaceWriter
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Write(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {FullName(type)}{Bases(type)}\n");
            foreach (var line in Members(type))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? [string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"))]
        : Constructors(type).Concat(Fields(type)).Concat(Properties(type)).Concat(Methods(type));

    private static IEnumerable<string> Constructors(Type type) => type.GetConstructors(Own)
        .Where(constructor => !constructor.IsStatic && IsOffered(constructor))
        .Select(constructor => $"{(constructor.IsPublic ? "" : "protected ")}new({Parameters(constructor)})")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fields(Type type) => type.GetFields(Own)
        .Where(field => field.IsPublic)
        .Select(field => $"{(field.IsStatic ? "static " : "")}{TypeNames.Of(field.FieldType)} {field.Name}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Properties(Type type) => type.GetProperties(Own)
        .Select(property => (Property: property, Accessors: Accessors(property)))
        .Where(found => found.Accessors.Length > 0)
        .Select(found => Property(found.Property, string.Concat(found.Accessors)))
        .Order(StringComparer.Ordinal);

    private static string[] Accessors(PropertyInfo property) =>
    [
        .. new[] { (property.GetMethod, "get; "), (property.SetMethod, "set; ") }
            .Where(accessor => accessor.Item1 is { IsPublic: true } method && IsNew(method))
            .Select(accessor => accessor.Item2),
    ];

    private static string Property(PropertyInfo property, string accessors)
    {
        var indexes = property.GetIndexParameters();
        var name = indexes.Length == 0 ? property.Name : $"this[{string.Join(", ", indexes.Select(Parameter))}]";
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic;
        return $"{(isStatic ? "static " : "")}{TypeNames.Of(property.PropertyType)} {name} {{ {accessors}}}";
    }

    // Equality, hash, text and operators are everybody's.
    private static IEnumerable<string> Methods(Type type) => type.GetMethods(Own)
        .Where(method => method.IsPublic && !method.IsSpecialName && IsNew(method) && method.Name is not "Equals")
        .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Select(Method)
        .Order(StringComparer.Ordinal);

    private static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{TypeNames.Of(method.ReturnType)} {method.Name}{generics}({Parameters(method)})";
    }

    private static bool IsOffered(MethodBase member) => member.IsPublic || member.IsFamily || member.IsFamilyOrAssembly;

    // An override offers nothing that its base does not.
    private static bool IsNew(MethodInfo method) => method.GetBaseDefinition().DeclaringType == method.DeclaringType;

    private static string Parameters(MethodBase member) => string.Join(", ", member.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) => $"{TypeNames.Of(parameter.ParameterType)} {parameter.Name}";

    private static string FullName(Type type) => $"{type.Namespace}.{type.Name}";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum)
        {
            return "";
        }

        var interfaces = type.GetInterfaces().Where(one => one.IsPublic || one.IsNestedPublic).Select(TypeNames.Of).Order(StringComparer.Ordinal);
        var bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? interfaces.Prepend(TypeNames.Of(parent)) : interfaces;
        return bases.Any() ? $" : {string.Join(", ", bases)}" : "";
    }
}
