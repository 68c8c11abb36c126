<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        Which colour do you like?
    <#elseif section = "form">
        <form id="postern-form-survey" action="${url.loginAction}" method="post">
            <input id="color" name="color" value="${fields.color}"/>
            <button id="send" type="submit">Send</button>
        </form>
    </#if>
</@layout.registrationLayout>
