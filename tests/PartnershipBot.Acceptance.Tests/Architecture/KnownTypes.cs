using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>
/// The types that a compiled type mentions anywhere: signatures, attributes, bodies and catch clauses, those of its nested types
/// (closures, iterators and async methods among them) included. NetArchTest's own search misses catch clauses and matches by prefix.
/// </summary>
internal sealed class KnownTypes
{
    readonly HashSet<string> names = new(StringComparer.Ordinal);

    KnownTypes()
    {
    }

    /// <summary>Full names as in metadata: nested types after a slash, generic types by their definition.</summary>
    public static IReadOnlySet<string> Of(TypeDefinition type)
    {
        var known = new KnownTypes();
        known.AddType(type);
        return known.names;
    }

    void AddType(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAttributes(type);
        AddGenerics(type);
        foreach (var face in type.Interfaces)
            Add(face.InterfaceType);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }
        foreach (var property in type.Properties)
            AddAttributes(property);
        foreach (var method in type.Methods)
            AddMethod(method);
        foreach (var nested in type.NestedTypes)
            AddType(nested);
    }

    void AddMethod(MethodDefinition method)
    {
        AddSignature(method);
        AddAttributes(method);
        AddAttributes(method.MethodReturnType);
        AddGenerics(method);
        foreach (var parameter in method.Parameters)
            AddAttributes(parameter);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Add(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            AddOperand(instruction);
    }

    void AddOperand(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case MethodReference method:
                Add(method.DeclaringType);
                AddSignature(method);
                if (method is GenericInstanceMethod generic)
                    foreach (var argument in generic.GenericArguments)
                        Add(argument);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
        }
    }

    void AddSignature(MethodReference method)
    {
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Add(parameter.ParameterType);
    }

    void AddGenerics(IGenericParameterProvider provider)
    {
        foreach (var constraint in provider.GenericParameters.SelectMany(parameter => parameter.Constraints))
            Add(constraint.ConstraintType);
    }

    void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
            var arguments = attribute.ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument));
            foreach (var argument in arguments)
                Add(argument.Value as TypeReference);
        }
    }

    void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    Add(argument);
                return;
            case IModifierType modified:
                Add(modified.ElementType);
                return;
            case TypeSpecification other:
                Add(other.ElementType);
                return;
            default:
                names.Add(type.FullName);
                return;
        }
    }
}
