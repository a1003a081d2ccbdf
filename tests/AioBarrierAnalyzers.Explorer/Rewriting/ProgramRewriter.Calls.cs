using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>Calls: of the program itself, and of the class library.</summary>
internal sealed partial class ProgramRewriter
{
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (SymbolOf(node) is not IMethodSymbol method)
        {
            // nameof, or an error that the compiler will tell of.
            return node;
        }

        if (PlaceOf(node) is { } place) return Expression(place.Load(), node);

        return IsInSource(method) || method.MethodKind == MethodKind.DelegateInvoke
            ? Expression(RewrittenCall(node, method), node)
            : LibraryCall(node, method);
    }

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => Created(node, node.Type.ToString());

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        Created(node, TypeOf(node) is { } type ? TypeText(type) : "");

    public override SyntaxNode? VisitArrayCreationExpression(ArrayCreationExpressionSyntax node) =>
        Expression($"{Names.Memory}.New({((ExpressionSyntax)base.VisitArrayCreationExpression(node)!).WithoutTrivia().ToFullString()})", node);

    public override SyntaxNode? VisitImplicitArrayCreationExpression(ImplicitArrayCreationExpressionSyntax node) =>
        Expression($"{Names.Memory}.New({((ExpressionSyntax)base.VisitImplicitArrayCreationExpression(node)!).WithoutTrivia().ToFullString()})", node);

    public override SyntaxNode? VisitConstructorInitializer(ConstructorInitializerSyntax node) =>
        SymbolOf(node) is IMethodSymbol method ? node.WithArgumentList(Arguments(node.ArgumentList, method, null)) : node;

    private ExpressionSyntax Created(BaseObjectCreationExpressionSyntax node, string typeText)
    {
        if (SymbolOf(node) is not IMethodSymbol { ContainingType: { } type } constructor) return node;

        var isSource = IsInSource(type);
        if (!isSource && !LibraryTable.MayCreate(type)) throw SiteTable.Refuse($"an object of {LibraryTable.NameOf(type)}", node);

        var arguments = node.ArgumentList is null ? "()" : Arguments(node.ArgumentList, isSource ? constructor : null, null).ToFullString();
        string? body = null;
        if (LibraryTable.NameOf(type) == "System.Threading.Thread")
        {
            body = Variable("d");
            var start = node.ArgumentList!.Arguments[0].Expression;
            var rest = string.Concat(node.ArgumentList.Arguments.Skip(1).Select(a => ", " + Text(a.Expression)));
            arguments = $"({Names.Memory}.Own<{TypeText(constructor.Parameters[0].Type)}>(out var {body}, {Text(start)}){rest})";
        }

        var initializer = node.Initializer is null ? "" : Visit(node.Initializer)!.WithoutTrivia().ToFullString();
        var created = $"new {typeText}{arguments}{initializer}";
        if (body is not null) return Expression($"{Names.Threads}.Make({created}, {body})", node);

        return Expression(type.IsValueType || type.TypeKind == TypeKind.Delegate ? created : $"{Names.Memory}.New({created})", node);
    }

    /// <summary>A call of a method of the program.</summary>
    private string RewrittenCall(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        var stores = new List<string>();
        var arguments = Arguments(node.ArgumentList, method, stores).WithoutTrivia().ToFullString();
        var callee = node.Expression switch
        {
            MemberAccessExpressionSyntax access => CalleeText(access, method),
            IdentifierNameSyntax name when method.MethodKind != MethodKind.DelegateInvoke => name.Identifier.Text,
            GenericNameSyntax name => name.ToString(),
            IdentifierNameSyntax or MemberBindingExpressionSyntax => Text(node.Expression),
            _ => Operand(node.Expression),
        };

        return WithStores($"{callee}{arguments}", stores, method, node);
    }

    private string CalleeText(MemberAccessExpressionSyntax access, IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke && SymbolOf(access) is not IMethodSymbol)
        {
            return Text(access);
        }

        if (method.ContainingType is { IsValueType: true, IsReadOnly: false } && !method.IsStatic && !method.IsReadOnly && IsInSource(method)
            && PlaceOf(access.Expression) is not null && ChangesItself(method))
        {
            throw SiteTable.Refuse("a method that changes the shared struct that it is called on", access);
        }

        return $"{Receiver(access.Expression).WithoutTrivia().ToFullString()}.{access.Name}";
    }

    /// <summary>Whether a method of a struct stores to a field of it, or hands one out.</summary>
    private static bool ChangesItself(IMethodSymbol method) => NodesOf(method).Any(node => node switch
    {
        AssignmentExpressionSyntax assignment => NamesFieldOf(assignment.Left, method.ContainingType),
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "++" or "--" && NamesFieldOf(unary.Operand, method.ContainingType),
        PostfixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "++" or "--" && NamesFieldOf(unary.Operand, method.ContainingType),
        ArgumentSyntax { RefKindKeyword.Text: "ref" or "out" } argument => NamesFieldOf(argument.Expression, method.ContainingType),
        _ => false,
    });

    private static IEnumerable<SyntaxNode> NodesOf(IMethodSymbol method) => method.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes());

    private static bool NamesFieldOf(ExpressionSyntax node, INamedTypeSymbol type) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => type.GetMembers(name.Identifier.Text).Any(m => m is IFieldSymbol or IPropertySymbol));

    private string WithStores(string call, List<string> stores, IMethodSymbol method, SyntaxNode node)
    {
        if (stores.Count == 0) return call;
        if (method.ReturnsVoid || method.RefKind != RefKind.None) throw SiteTable.Refuse("a field as out argument of a method without a result", node);

        return stores.Aggregate(call, (inner, store) => $"{Names.Memory}.Then({inner}, {store})");
    }

    /// <summary>The arguments of a call.</summary>
    /// <param name="list">The arguments as written.</param>
    /// <param name="method">The method, if it is part of the program, so that its ref parameters are rewritten too.</param>
    /// <param name="stores">Takes the stores of out arguments that are fields; null where there is no place for them.</param>
    private ArgumentListSyntax Arguments(ArgumentListSyntax list, IMethodSymbol? method, List<string>? stores) =>
        list.WithArguments(SyntaxFactory.SeparatedList(list.Arguments.Select(a => Argument(a, method, stores)), list.Arguments.GetSeparators()));

    private ArgumentSyntax Argument(ArgumentSyntax argument, IMethodSymbol? method, List<string>? stores)
    {
        var expression = argument.Expression;
        switch (argument.RefKindKeyword.Kind())
        {
            case SyntaxKind.RefKeyword when method is not null:
                return argument.WithRefKindKeyword(default).WithExpression(Expression(LocOf(expression), expression));
            case SyntaxKind.RefKeyword:
                return PlaceOf(expression) is null ? argument : throw SiteTable.Refuse("a reference to a field that is handed out", argument);
            case SyntaxKind.OutKeyword when expression is DeclarationExpressionSyntax:
                return argument;
            case SyntaxKind.OutKeyword when PlaceOf(expression) is { } place:
                if (stores is null) throw SiteTable.Refuse("a field as out argument here", argument);

                var variable = Variable("out");
                stores.Add(place.Store(variable));
                return argument.WithExpression(Declared(variable));
            case SyntaxKind.OutKeyword:
                return argument;
            case SyntaxKind.InKeyword:
                return argument.WithRefKindKeyword(default).WithExpression((ExpressionSyntax)Visit(expression)!);
            default:
                return argument.WithExpression((ExpressionSyntax)Visit(expression)!);
        }
    }

    private static DeclarationExpressionSyntax Declared(string variable) => SyntaxFactory.DeclarationExpression(
        SyntaxFactory.IdentifierName("var").WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingleVariableDesignation(SyntaxFactory.Identifier(variable)))
        .WithLeadingTrivia(SyntaxFactory.Space);

    private ExpressionSyntax LibraryCall(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        var type = LibraryTable.NameOf(method.ContainingType);
        switch (type)
        {
            case "System.Threading.Volatile":
                return AtomicCall("SimulatedVolatile", method.Name, node, method);
            case "System.Threading.Interlocked":
                return AtomicCall("SimulatedInterlocked", method.Name, node, method);
            case "System.Threading.Thread" when method.Name == "MemoryBarrier":
                return AtomicCall("SimulatedInterlocked", method.Name, node, method);
            case "System.Threading.Thread" when method.Name.StartsWith("Volatile", StringComparison.Ordinal):
                return AtomicCall("SimulatedVolatile", method.Name["Volatile".Length..], node, method);
            case "System.Threading.Tasks.Parallel":
                throw SiteTable.Refuse("System.Threading.Tasks.Parallel", node);
            case "System.Array" when method.Name is "CopyTo" or "Clone" && node.Expression is MemberAccessExpressionSyntax array:
                return Expression($"{Names.Memory}.{method.Name}({string.Join(", ", Values(node).Prepend(Text(array.Expression)).Prepend(SiteText(node)))})", node);
            case "System.Array" when method.Name is "Copy" or "Clear" or "Fill" or "IndexOf":
                return Expression($"{Names.Memory}.{method.Name}({string.Join(", ", Values(node).Prepend(SiteText(node)))})", node);
            case "System.Array" when method.Name is "Empty":
                return node;
        }

        var receiver = node.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            _ => null,
        };
        var isConditional = node.Expression is MemberBindingExpressionSyntax && _conditionalReceivers.Count != 0;
        var receiverType = receiver is null ? null : TypeOf(receiver);
        if (ModelOf(method, receiverType) is { } model)
        {
            if (!LibraryTable.HasModel(model, method.Name)) throw SiteTable.Refuse($"{type}.{method.Name}", node);

            var stores = new List<string>();
            var arguments = node.ArgumentList.Arguments.Select(a => Argument(a, null, stores).WithoutTrivia().ToFullString());
            if (!method.IsStatic && type != "System.Threading.SpinWait")
            {
                arguments = arguments.Prepend(isConditional ? _conditionalReceivers.Peek() : receiver is null ? "this" : Text(receiver));
            }

            var call = $"{Names.Runtime}{model.Name}.{method.Name}({string.Join(", ", arguments.Prepend(SiteText(node)))})";
            return Expression(WithStores(call, stores, method, node), node);
        }

        if (method.IsExtensionMethod && receiver is not null && LibraryTable.IsCollection(receiverType) && LibraryTable.IsHarmless(method))
        {
            return Called(node, method, $"{Names.Collections}.Reads({SiteText(node)}, {Text(receiver)})");
        }

        if (!method.IsStatic && LibraryTable.IsCollection(method.ContainingType) && !isConditional && receiver is not null)
        {
            return Called(node, method, Accessed(node, method.Name, receiver));
        }

        if (receiverType is IArrayTypeSymbol && receiver is not null && PlaceOf(receiver) is not null && method.Name is not "GetLength")
        {
            throw SiteTable.Refuse($"{type}.{method.Name} on an array in a field", node);
        }

        if (LibraryTable.IsHarmless(method) || method.Name is "Dispose" or "GetHashCode" or "Equals" or "ToString" or "GetType")
        {
            return Called(node, method, isConditional ? _conditionalReceivers.Peek() : receiver is null ? null : Receiver(receiver).WithoutTrivia().ToFullString());
        }

        throw SiteTable.Refuse($"{type}.{method.Name}", node);
    }

    /// <summary>A member that the most derived type has a model of, such as a method of WaitHandle called on an AutoResetEvent.</summary>
    private static Type? ModelOf(ISymbol member, ITypeSymbol? receiver)
    {
        var model = LibraryTable.ModelOf(member.ContainingType);
        if (model is null && !member.IsStatic && receiver is not null
            && LibraryTable.ModelOf(receiver) is { } derived && LibraryTable.HasModel(derived, member.Name))
        {
            model = derived;
        }

        return model is not null && LibraryTable.IsHarmless(member) && !LibraryTable.HasModel(model, member.Name) ? null : model;
    }

    /// <summary>A call that stays what it is, on a receiver that is rewritten.</summary>
    private ExpressionSyntax Called(InvocationExpressionSyntax node, IMethodSymbol method, string? receiver)
    {
        var stores = new List<string>();
        var arguments = Arguments(node.ArgumentList, null, stores).WithoutTrivia().ToFullString();
        var name = node.Expression switch
        {
            MemberAccessExpressionSyntax access => $"{receiver}.{access.Name}",
            MemberBindingExpressionSyntax binding => $"{receiver}.{binding.Name}",
            _ => node.Expression.ToString(),
        };
        return Expression(WithStores($"{name}{arguments}", stores, method, node), node);
    }

    /// <summary>A call whose first argument is a reference to what it works on, or has none.</summary>
    private ExpressionSyntax AtomicCall(string model, string name, InvocationExpressionSyntax node, IMethodSymbol method)
    {
        var arguments = new List<string> { SiteText(node) };
        var type = "";
        foreach (var (argument, i) in node.ArgumentList.Arguments.Select((a, i) => (a, i)))
        {
            if (i != 0)
            {
                arguments.Add(Text(argument.Expression));
            }
            else if (PlaceOf(argument.Expression) is { } place)
            {
                if (place.PointerType is not null) throw SiteTable.Refuse("an atomic operation on a pointer", node);

                // The report names the operation, the race check the field.
                arguments[0] = _sites.Add(node, _sites.Sites[place.Site].Field).ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (model == "SimulatedVolatile" || name is "Exchange" or "CompareExchange") type = $"<{place.Type}>";
                arguments.Add(place.Owner);
                arguments.Add($"ref {place.Storage}");
            }
            else
            {
                arguments.Add("null");
                arguments.Add($"ref {Text(argument.Expression)}");
            }
        }

        return Expression($"{Names.Runtime}{model}.{name}{type}({string.Join(", ", arguments)})", node);
    }

    /// <summary>A property of the class library that is not harmless; null when this is none.</summary>
    private ExpressionSyntax? LibraryProperty(ExpressionSyntax node, ExpressionSyntax? receiver)
    {
        if (SymbolOf(node) is not IPropertySymbol property || IsInSource(property)) return null;

        var isConditional = node is MemberBindingExpressionSyntax;
        var name = LibraryTable.NameOf(property.ContainingType);
        if (name == "System.Environment" && property.Name == "CurrentManagedThreadId") return Expression($"{Names.Threads}.CurrentId({SiteText(node)})", node);
        if (name == "System.Threading.Thread" && property.Name == "ManagedThreadId") return Expression($"{Names.Threads}.CurrentId({SiteText(node)})", node);
        if (name == "System.Threading.SpinWait") return Expression(property.Name == "Count" ? "0" : "true", node);
        if (name == "System.Threading.Thread" && property.Name == "CurrentThread") return node;

        var accessor = "get_" + property.Name;
        if (ModelOf(property, receiver is null ? null : TypeOf(receiver)) is { } model)
        {
            if (!LibraryTable.HasModel(model, accessor))
            {
                return LibraryTable.IsHarmless(property) ? null : throw SiteTable.Refuse($"{name}.{property.Name}", node);
            }

            var self = isConditional ? ", " + _conditionalReceivers.Peek() : property.IsStatic || receiver is null ? "" : ", " + Text(receiver);
            return Expression($"{Names.Runtime}{model.Name}.{accessor}({SiteText(node)}{self})", node);
        }

        if (!property.IsStatic && LibraryTable.IsCollection(property.ContainingType))
        {
            if (isConditional) return Expression($"{Names.Collections}.Reads({SiteText(node)}, {_conditionalReceivers.Peek()}).{property.Name}", node);

            return receiver is null ? null : Expression($"{Accessed(node, property.Name, receiver)}.{property.Name}", node);
        }

        if (LibraryTable.IsHarmless(property) || property.ContainingType.SpecialType == SpecialType.System_Array || property.ContainingType.IsTupleType)
        {
            return null;
        }

        throw SiteTable.Refuse($"{name}.{property.Name}", node);
    }

    private ExpressionSyntax? LibraryElement(ElementAccessExpressionSyntax node)
    {
        if (SymbolOf(node) is not IPropertySymbol property || IsInSource(property)) return null;

        if (LibraryTable.ModelOf(property.ContainingType) is { } model)
        {
            return Expression($"{Names.Runtime}{model.Name}.get_Item({SiteText(node)}, {Text(node.Expression)}, {Indexes(node.ArgumentList)})", node);
        }

        return LibraryTable.IsCollection(property.ContainingType)
            ? Expression($"{Accessed(node, "get_Item", node.Expression)}[{Indexes(node.ArgumentList)}]", node)
            : null;
    }

    /// <summary>An assignment to an element or property of a library type.</summary>
    private ExpressionSyntax? LibraryAssignment(AssignmentExpressionSyntax node)
    {
        if (node.Left is not ElementAccessExpressionSyntax element || SymbolOf(element) is not IPropertySymbol property || IsInSource(property)) return null;

        if (LibraryTable.ModelOf(property.ContainingType) is { } model)
        {
            if (!node.IsKind(SyntaxKind.SimpleAssignmentExpression)) throw SiteTable.Refuse("a compound assignment to an element of a concurrent collection", node);

            var arguments = $"{SiteText(node)}, {Text(element.Expression)}, {Indexes(element.ArgumentList)}, {Text(node.Right)}";
            return Expression($"{Names.Runtime}{model.Name}.set_Item({arguments})", node);
        }

        return LibraryTable.IsCollection(property.ContainingType)
            ? Expression($"{Accessed(node, "set_Item", element.Expression)}[{Indexes(element.ArgumentList)}] {node.OperatorToken.Text} {Text(node.Right)}", node)
            : null;
    }

    /// <summary>A collection, of which one access is noted.</summary>
    private string Accessed(SyntaxNode node, string member, ExpressionSyntax receiver) =>
        $"{Names.Collections}.{(LibraryTable.IsReading(member) ? "Reads" : "Writes")}({SiteText(node)}, {Text(receiver)})";

    private IEnumerable<string> Values(InvocationExpressionSyntax node) => node.ArgumentList.Arguments.Select(a => Text(a.Expression));

    private string SiteText(SyntaxNode node) => _sites.Add(node, null).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
